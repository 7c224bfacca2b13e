package org.sampan.mailserver.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The relay of the tests: takes every mail, keeps envelope and message, and counts. Refuses or delays what a test asks it to.
 */
public final class MailSink implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OK = "250 2.1.5 OK";

    private final ServerSocket listening;
    private final ExecutorService sessions = Executors.newCachedThreadPool();
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Function<String, String> rcptReply = recipient -> OK;
    private volatile Duration pause = Duration.ZERO;

    private MailSink(ServerSocket listening) {
        this.listening = listening;
    }

    /** One accepted transaction. */
    public record Mail(String sender, List<String> recipients, byte[] raw) {
        public String text() {
            return new String(raw, StandardCharsets.UTF_8);
        }

        /** Value of the first header field of that name, unfolded; empty when there is none. */
        public String header(String name) {
            String headers = text().split("\r\n\r\n", 2)[0].replaceAll("\r\n[ \t]+", " ");
            return headers.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .findFirst()
                    .map(line -> line.substring(name.length() + 1).strip())
                    .orElse("");
        }
    }

    /** Listens on a free port of the loopback address. */
    public static MailSink start() {
        try {
            MailSink sink = new MailSink(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
            sink.sessions.execute(sink::accept);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Everything accepted so far. */
    public List<Mail> mails() {
        return List.copyOf(mails);
    }

    public List<Mail> mailsTo(String recipient) {
        return matching(mail -> mail.recipients().contains(recipient));
    }

    /** Waits, at most a minute, until this many mails have come for the recipient; more than that fails too. */
    public List<Mail> awaitMailsTo(String recipient, int count) {
        await().atMost(PATIENCE).until(() -> mailsTo(recipient).size() >= count);
        List<Mail> found = mailsTo(recipient);
        if (found.size() != count) {
            throw new AssertionError(recipient + " got " + found.size() + " mails, not " + count);
        }
        return found;
    }

    /** Waits, at most a minute, until this many of the accepted mails match. */
    public List<Mail> awaitMails(int count, Predicate<Mail> which) {
        await().atMost(PATIENCE).until(() -> matching(which).size() >= count);
        return matching(which);
    }

    /** What RCPT is answered from now on; {@code 250} takes the recipient. */
    public void answerRcpt(Function<String, String> reply) {
        rcptReply = reply;
    }

    /** How long each mail's last reply is held back from now on. */
    public void pauseBeforeEachReply(Duration duration) {
        pause = duration;
    }

    /** Takes everything at once again, and forgets what it has. */
    public void reset() {
        rcptReply = recipient -> OK;
        pause = Duration.ZERO;
        mails.clear();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
        sessions.shutdownNow();
    }

    String replyToRcpt(String recipient) {
        return rcptReply.apply(recipient);
    }

    void keep(Mail mail) {
        mails.add(mail);
    }

    Duration pause() {
        return pause;
    }

    private List<Mail> matching(Predicate<Mail> which) {
        return mails.stream().filter(which).toList();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                sessions.execute(() -> {
                    new SinkSession(this, socket).run();
                    open.remove(socket);
                });
            } catch (IOException closed) {
                return;
            }
        }
    }
}
