package org.sampan.mailserver.smtp;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A mail server on the loopback address that keeps {@linkplain #account its own account} of what it took, and misbehaves as it is
 * told.
 */
public final class Receiver implements AutoCloseable {
    private final Set<String> capabilities;
    private final Faults faults;
    private final ReceiverAccount account = new ReceiverAccount();
    private final List<Taken> messages = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final int port;
    private volatile ServerSocket socket;
    private volatile int bytesPerMilli;

    private Receiver(int port, Set<String> capabilities, Faults faults) throws IOException {
        this.capabilities = capabilities;
        this.faults = faults;
        this.socket = listen(port);
        this.port = socket.getLocalPort();
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
        return port;
    }

    public ReceiverAccount account() {
        return account;
    }

    /** How often each recipient got a message. */
    public Map<String, Integer> taken() {
        return account.taken();
    }

    /** The first thousand. */
    public List<Taken> messages() {
        return messages;
    }

    /** Connections so far. */
    public int connections() {
        return connections.get();
    }

    /** Connections that are open now. */
    public int openConnections() {
        return open.size();
    }

    /** Nobody can connect any more, and who is connected is cut off: the machine went down. */
    public void refuseConnections() throws IOException {
        socket.close();
        for (Socket each : open) {
            each.close();
        }
    }

    /** After {@link #refuseConnections}. */
    public void takeConnections() throws IOException {
        for (int tries = 1; socket.isClosed(); tries++) {
            try {
                socket = listen(port);
            } catch (BindException notYetFree) {
                if (tries > 500) {
                    throw notYetFree;
                }
                LockSupport.parkNanos(10_000_000);
            }
        }
    }

    /** On connections made from now on reads so fast and not faster, with a small window. */
    public void readSlowly(int bytesEachMilli) throws IOException {
        bytesPerMilli = bytesEachMilli;
        socket.setReceiveBufferSize(2048);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        refuseConnections();
    }

    /** Until the end of the test. */
    void waitDeaf() throws IOException {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    void took(String sender, List<String> recipients, String content, String answer) {
        account.took(recipients, answer);
        if (messages.size() < 1000) {
            messages.add(new Taken(Instant.now(), sender, List.copyOf(recipients), content));
        }
    }

    private ServerSocket listen(int wanted) throws IOException {
        ServerSocket listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 100);
        daemon(() -> accept(listening)).start();
        return listening;
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                Socket client = listening.accept();
                client.setTcpNoDelay(true);
                open.add(client);
                int number = connections.incrementAndGet();
                daemon(() -> serve(client, number)).start();
            }
        } catch (IOException closed) {
            // nobody is taken any more
        }
    }

    private void serve(Socket client, int number) {
        try (client) {
            try {
                new ReceiverSession(reading(client), client.getOutputStream(), capabilities, faults, this).run(number);
            } catch (ResetException reset) {
                client.setSoLinger(true, 0);
            } catch (FarewellException farewell) {
                // Closing before everything is read would reset the connection, and answers under way would be lost.
                client.shutdownOutput();
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException gone) {
            // so has the client seen it
        } finally {
            open.remove(client);
        }
    }

    private InputStream reading(Socket client) throws IOException {
        return bytesPerMilli == 0
                ? new BufferedInputStream(client.getInputStream())
                : new SlowStream(client.getInputStream(), bytesPerMilli);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "receiver");
        thread.setDaemon(true);
        return thread;
    }

    /** A message the receiver answered 250. */
    public record Taken(Instant at, String sender, List<String> recipients, String content) {}

    /** What goes wrong where. */
    public interface Faults {
        Faults NONE = (place, argument, connection) -> null;

        /**
         * @param place {@code CONNECT EHLO MAIL RCPT DATA DOT}, {@code BDAT} for a chunk, or {@code BODY} for each line of a message
         * @param argument address, first recipient, or line
         * @param connection 1 for the first
         * @return a reply to give instead, or one of the constants; null: all is well
         */
        @Nullable String at(String place, String argument, int connection);

        /** Closes the connection without a word. */
        String CLOSE = "close";
        /** Resets the connection (RST). */
        String RESET = "reset";
        /** Reads on, but says nothing any more. */
        String HANG = "hang";
        /** Neither reads nor says anything any more: half open, as behind a firewall that forgot the connection. */
        String DEAF = "deaf";
        /** For DOT and BDAT: takes the message, then closes without a word. */
        String TAKE_AND_CLOSE = "take-and-close";
    }

    /** The connection is to end with RST. */
    static final class ResetException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The connection is to end as a good server ends it. */
    static final class FarewellException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    static byte[] line(String text) {
        return (text + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** So many bytes, then a pause. */
    private static final class SlowStream extends FilterInputStream {
        private final int bytesPerMilli;
        private int sincePause;

        SlowStream(InputStream in, int bytesPerMilli) {
            super(new BufferedInputStream(in, 512));
            this.bytesPerMilli = bytesPerMilli;
        }

        @Override
        public int read() throws IOException {
            if (++sincePause >= bytesPerMilli * 10) {
                sincePause = 0;
                LockSupport.parkNanos(10_000_000);
            }
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int next = read();
            if (next < 0) {
                return -1;
            }
            bytes[offset] = (byte) next;
            return 1;
        }
    }
}
