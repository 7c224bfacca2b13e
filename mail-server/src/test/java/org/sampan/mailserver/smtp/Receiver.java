package org.sampan.mailserver.smtp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A mail server on the loopback address that keeps a ledger of what it took, and misbehaves as it is told. */
public final class Receiver implements AutoCloseable {
    private final ServerSocket socket;
    private final Set<String> capabilities;
    private final Faults faults;
    private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
    private final List<Taken> messages = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    private Receiver(int port, Set<String> capabilities, Faults faults) throws IOException {
        this.capabilities = capabilities;
        this.faults = faults;
        this.socket = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        daemon(this::accept).start();
    }

    /** @param capabilities lines of the answer to EHLO */
    public static Receiver start(Set<String> capabilities, Faults faults) throws IOException {
        return new Receiver(0, capabilities, faults);
    }

    /** Takes everything, with pipelining. */
    public static Receiver start() throws IOException {
        return start(Set.of("PIPELINING", "8BITMIME", "SMTPUTF8", "SIZE 50000000"), Faults.NONE);
    }

    /** The same on a given port. */
    public static Receiver start(int port) throws IOException {
        return new Receiver(port, Set.of("PIPELINING"), Faults.NONE);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** How often each recipient got a message. */
    public Map<String, Integer> taken() {
        Map<String, Integer> counts = new ConcurrentHashMap<>();
        taken.forEach((recipient, count) -> counts.put(recipient, count.get()));
        return counts;
    }

    public List<Taken> messages() {
        return messages;
    }

    public int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket each : open) {
            each.close();
        }
    }

    void took(String sender, List<String> recipients, String content) {
        recipients.forEach(
                it -> taken.computeIfAbsent(it, key -> new AtomicInteger()).incrementAndGet());
        if (messages.size() < 1000) {
            messages.add(new Taken(sender, List.copyOf(recipients), content));
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                open.add(client);
                int number = connections.incrementAndGet();
                daemon(() -> serve(client, number)).start();
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void serve(Socket client, int number) {
        try (client;
                InputStream in = new BufferedInputStream(client.getInputStream());
                OutputStream out = client.getOutputStream()) {
            new ReceiverSession(in, out, capabilities, faults, this).run(number);
        } catch (IOException gone) {
            // so has the client seen it
        } finally {
            open.remove(client);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "receiver");
        thread.setDaemon(true);
        return thread;
    }

    /** A message the receiver answered 250. */
    public record Taken(String sender, List<String> recipients, String content) {}

    /** What goes wrong where. */
    public interface Faults {
        Faults NONE = (place, argument, connection) -> null;

        /**
         * @param place {@code CONNECT EHLO MAIL RCPT DATA DOT}, or {@code BODY} for each line of a message
         * @param argument address, or line
         * @param connection 1 for the first
         * @return a reply to give instead, {@link #CLOSE}, {@link #HANG}; null: all is well
         */
        @Nullable String at(String place, String argument, int connection);

        /** Closes the connection without a word. */
        String CLOSE = "close";
        /** Says nothing any more. */
        String HANG = "hang";
        /** For DOT: takes the message, then closes without a word. */
        String TAKE_AND_CLOSE = "take-and-close";
    }

    static byte[] line(String text) {
        return (text + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
