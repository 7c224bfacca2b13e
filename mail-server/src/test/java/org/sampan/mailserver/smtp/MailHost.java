package org.sampan.mailserver.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A mail server that can encrypt and asks for logins, and keeps what it heard. */
public final class MailHost implements AutoCloseable {
    private final ServerSocket socket;
    private final Manners manners;
    private final Thread acceptor;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    private MailHost(InetAddress address, int port, Manners manners) throws IOException {
        this.manners = manners;
        this.socket = new ServerSocket(port, 100, address);
        this.acceptor = daemon(this::accept);
        acceptor.start();
    }

    public static MailHost start(Manners manners) throws IOException {
        return start(InetAddress.getLoopbackAddress(), 0, manners);
    }

    public static MailHost start(InetAddress address, int port, Manners manners) throws IOException {
        return new MailHost(address, port, manners);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Every line heard outside of messages. */
    public List<String> lines() {
        return lines;
    }

    public List<Mail> mails() {
        return mails;
    }

    public int connections() {
        return connections.get();
    }

    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** From then on the port refuses. */
    @Override
    public void close() throws IOException {
        socket.close();
        try {
            // As long as a thread waits in accept, the system may still make one more connection.
            acceptor.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket each : open) {
            each.close();
        }
    }

    void heard(String line) {
        lines.add(line);
    }

    void took(Mail mail) {
        mails.add(mail);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                open.add(client);
                connections.incrementAndGet();
                mostAtOnce.accumulateAndGet(open.size(), Math::max);
                daemon(() -> serve(client)).start();
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void serve(Socket client) {
        try (client) {
            new MailHostSession(client, manners, this).run();
        } catch (IOException gone) {
            // so has the client seen it
        } finally {
            open.remove(client);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "mail-host");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * A message it took.
     *
     * @param parameters what stood behind the sender in MAIL FROM
     */
    public record Mail(boolean encrypted, String sender, String parameters, List<String> recipients, String content) {}

    /**
     * How it behaves.
     *
     * @param offers lines of the answer to EHLO; STARTTLS only as long as nothing is encrypted
     * @param certificate for encryption
     * @param logins secrets by name: passwords, and access tokens
     * @param instead an answer in place of the usual one to a command; null: the usual one
     */
    public record Manners(
            List<String> offers,
            Optional<SSLContext> certificate,
            boolean implicitTls,
            Map<String, String> logins,
            Function<String, @Nullable String> instead) {
        public static Manners offering(String... offers) {
            return new Manners(List.of(offers), Optional.empty(), false, Map.of(), command -> null);
        }

        public Manners with(SSLContext context) {
            return new Manners(offers, Optional.of(context), implicitTls, logins, instead);
        }

        public Manners implicit() {
            return new Manners(offers, certificate, true, logins, instead);
        }

        public Manners knowing(String name, String secret) {
            return new Manners(offers, certificate, implicitTls, Map.of(name, secret), instead);
        }

        public Manners saying(Function<String, @Nullable String> answers) {
            return new Manners(offers, certificate, implicitTls, logins, answers);
        }
    }
}
