package org.sampan.digest.collect;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.commons.mail2.jakarta.util.MimeMessageParser;

/**
 * A statement that somebody has written as a mail: in one language; in several, each behind a line that says which
 * ({@code [km] title}); or as {@code multipart/multilingual} (RFC 8255).
 *
 * @param subject of the mail
 * @param passages at least one, in different languages, the original first
 * @param problems what could not be taken over as it was
 */
public record MailedStatement(String subject, List<Passage> passages, List<MailedFile> files, List<Problem> problems) {

    /** The text in one language. */
    public record Passage(Locale language, String title, String markdown) {}

    /** {@code language}: of readers it is for; empty: for all. */
    public record MailedFile(String name, byte[] bytes, Optional<Locale> language) {}

    /** The pages' text is {@code statement.mailed.problem.<code>}, with the values. */
    public record Problem(String code, Map<String, String> values) {}

    /** A mail that cannot be read is a statement without text, and says so. */
    public static MailedStatement in(byte[] mail) {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
            return new Reading().of(message);
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            return new MailedStatement(
                    "",
                    List.of(new Passage(Locale.ENGLISH, "", "")),
                    List.of(),
                    List.of(new Problem("unreadable", Map.of())));
        }
    }

    /** One reading of one mail. */
    private static final class Reading {
        private final List<MailedFile> files = new ArrayList<>();
        private final MailedPassages passages = new MailedPassages();

        MailedStatement of(MimeMessage message) throws MessagingException, IOException {
            String subject =
                    Optional.ofNullable(message.getSubject()).orElse("").strip();
            Optional<Multipart> multilingual = multilingual(message);
            if (multilingual.isPresent()) {
                languages(multilingual.get(), subject);
                others(message);
            } else {
                MimeMessageParser parts = new MimeMessageParser(message).parse();
                passages.divide(subject, MailedText.markdown(parts));
                attach(parts, Optional.empty());
            }
            return new MailedStatement(subject, passages.all(), List.copyOf(files), passages.problems());
        }

        private static Optional<Multipart> multilingual(Part part) throws MessagingException, IOException {
            if (!part.isMimeType("multipart/*") || !(part.getContent() instanceof Multipart parts)) {
                return Optional.empty();
            }
            if (part.isMimeType("multipart/multilingual")) {
                return Optional.of(parts);
            }
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<Multipart> inner = multilingual(parts.getBodyPart(i));
                if (inner.isPresent()) {
                    return inner;
                }
            }
            return Optional.empty();
        }

        /** The first part is for programs that know nothing of languages and says only that there are several. */
        private void languages(Multipart multilingual, String subject) throws MessagingException, IOException {
            for (int i = 0; i < multilingual.getCount(); i++) {
                Part part = multilingual.getBodyPart(i);
                String[] language = part.getHeader("Content-Language");
                if (language == null || language[0].strip().equalsIgnoreCase("zxx")) {
                    continue;
                }
                Locale tag = Locale.forLanguageTag(language[0].strip());
                MimeMessage inner = part.getContent() instanceof MimeMessage message ? message : alone(part);
                MimeMessageParser parts = new MimeMessageParser(inner).parse();
                String title = Optional.ofNullable(inner.getSubject()).orElse(subject);
                passages.add(tag, title.strip(), MailedText.markdown(parts));
                attach(parts, Optional.of(tag));
            }
        }

        private static MimeMessage alone(Part part) throws MessagingException, IOException {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
            message.setContent(part.getContent(), part.getContentType());
            message.saveChanges();
            return message;
        }

        /** What is attached beside the languages is for all of them. */
        private void others(MimeMessage message) throws MessagingException, IOException {
            if (message.isMimeType("multipart/mixed") && message.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    Part part = parts.getBodyPart(i);
                    if (!part.isMimeType("multipart/*")) {
                        try (InputStream in = part.getInputStream()) {
                            files.add(new MailedFile(
                                    Optional.ofNullable(part.getFileName()).orElse("file"),
                                    in.readAllBytes(),
                                    Optional.empty()));
                        }
                    }
                }
            }
        }

        private void attach(MimeMessageParser parts, Optional<Locale> language) throws IOException {
            for (DataSource file : parts.getAttachmentList()) {
                try (InputStream in = file.getInputStream()) {
                    files.add(new MailedFile(
                            Optional.ofNullable(file.getName()).orElse("file"), in.readAllBytes(), language));
                }
            }
        }
    }
}
