package org.sampan.console.catcher;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The mails caught so far, one file each; beyond a number the oldest are dropped. Thread-safe. */
public final class CaughtMails {

    private static final String SUFFIX = ".eml";
    private static final String CAUGHT_AT = "X-Caught-At";

    private final Path folder;
    private final int most;
    private final ConcurrentSkipListMap<String, CaughtMail> mails = new ConcurrentSkipListMap<>();
    private final AtomicLong lastId = new AtomicLong();

    /** Takes up what lies in the folder, which is made when missing. */
    public CaughtMails(Path folder, int most) {
        this.folder = folder;
        this.most = most;
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                        .forEach(this::takeUp);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + folder, e);
        }
        lastId.set(mails.isEmpty() ? 0 : Long.parseLong(mails.lastKey()));
    }

    /** Stores a message with its envelope; when this returns it is kept. */
    CaughtMail add(String sender, List<String> recipients, InputStream message) throws IOException {
        String id = nextId();
        Path draft = folder.resolve(id + ".new");
        try (OutputStream out = Files.newOutputStream(draft)) {
            out.write(envelope(sender, recipients).getBytes(StandardCharsets.UTF_8));
            message.transferTo(out);
        }
        Path file = Files.move(draft, folder.resolve(id + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        CaughtMail mail = read(file);
        mails.put(id, mail);
        dropOldest();
        return mail;
    }

    public int size() {
        return mails.size();
    }

    public Optional<CaughtMail> find(String id) {
        return Optional.ofNullable(mails.get(id));
    }

    /** Newest first, those whose recipient and subject contain the words. */
    public List<CaughtMail> search(String recipient, String subject) {
        return mails.descendingMap().values().stream()
                .filter(mail -> mail.matches(recipient, subject))
                .toList();
    }

    private String nextId() {
        long now = System.currentTimeMillis() * 1000;
        return String.format("%019d", lastId.updateAndGet(last -> Math.max(last + 1, now)));
    }

    /** What RFC 5321, section 4.4, lets the last server on the way add. */
    private static String envelope(String sender, List<String> recipients) {
        StringBuilder lines = new StringBuilder("Return-Path: <" + sender + ">\r\n");
        recipients.forEach(
                recipient -> lines.append("Delivered-To: ").append(recipient).append("\r\n"));
        return lines.append(CAUGHT_AT)
                .append(": ")
                .append(Instant.now())
                .append("\r\n")
                .toString();
    }

    private void takeUp(Path file) {
        try {
            CaughtMail mail = read(file);
            mails.put(mail.id(), mail);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static CaughtMail read(Path file) throws IOException {
        String id = file.getFileName().toString().replace(SUFFIX, "");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            InternetHeaders headers = new InternetHeaders(in);
            List<String> recipients = new ArrayList<>();
            // The message itself may have such lines too; ours end with the time it was caught.
            for (var lines = headers.getAllHeaders(); lines.hasMoreElements(); ) {
                var line = lines.nextElement();
                if (line.getName().equals(CAUGHT_AT)) {
                    break;
                }
                if (line.getName().equals("Delivered-To")) {
                    recipients.add(HeaderText.decode(line.getValue()));
                }
            }
            String sender = first(headers, "Return-Path").replaceAll("[<>]", "");
            Instant caughtAt = Instant.parse(first(headers, CAUGHT_AT));
            return new CaughtMail(
                    id,
                    caughtAt,
                    sender,
                    recipients,
                    first(headers, "From"),
                    first(headers, "Subject"),
                    Files.size(file),
                    file);
        } catch (MessagingException e) {
            throw new IOException("no message: " + file, e);
        }
    }

    private static String first(InternetHeaders headers, String name) {
        String[] values = headers.getHeader(name);
        return values == null ? "" : HeaderText.decode(values[0]);
    }

    private void dropOldest() throws IOException {
        while (mails.size() > most) {
            Map.Entry<String, CaughtMail> oldest = mails.pollFirstEntry();
            if (oldest != null) {
                Files.deleteIfExists(oldest.getValue().file());
            }
        }
    }
}
