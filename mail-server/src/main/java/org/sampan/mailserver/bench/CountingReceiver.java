package org.sampan.mailserver.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Random;

/**
 * Takes every mail and counts recipients, on one thread so that the time it costs can be told from the sender's. Replies can be held
 * back, as a distant server's are.
 */
final class CountingReceiver implements AutoCloseable {
    private static final long MILLI = 1_000_000;

    private final Selector selector;
    private final ServerSocketChannel listening;
    private final Thread thread = new Thread(this::serve, "bench-receiver");
    private final Delay delay;
    private final boolean chunking;
    private final Random random = new Random(1);
    private volatile long recipients;
    private volatile long firstAt;
    private volatile long lastAt;

    CountingReceiver(Delay delay, boolean chunking) throws IOException {
        this.delay = delay;
        this.chunking = chunking;
        selector = Selector.open();
        listening = ServerSocketChannel.open();
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        listening.configureBlocking(false);
        listening.register(selector, SelectionKey.OP_ACCEPT);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listening.socket().getLocalPort();
    }

    long threadId() {
        return thread.getId();
    }

    long recipients() {
        return recipients;
    }

    /** {@link System#nanoTime} of the first mail taken since {@link #reset}. */
    long firstAt() {
        return firstAt;
    }

    /** {@link System#nanoTime} of the last mail taken. */
    long lastAt() {
        return lastAt;
    }

    void reset() {
        recipients = 0;
        firstAt = 0;
    }

    String capabilities() {
        return "250-receiver.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n" + (chunking ? "250-CHUNKING\r\n" : "")
                + "250 SIZE 100000000";
    }

    long nextDelay() {
        return delay.most() == 0 ? 0 : MILLI * (delay.least() + random.nextInt(delay.most() - delay.least() + 1));
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // written by the receiver's one thread only
    void took(int more) {
        lastAt = System.nanoTime();
        if (firstAt == 0) {
            firstAt = lastAt;
        }
        recipients += more;
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        listening.close();
        selector.close();
    }

    private void serve() {
        try {
            while (!Thread.currentThread().isInterrupted() && selector.isOpen()) {
                selector.select(this::handle, delay.most() == 0 ? 1000 : 1);
                if (delay.most() > 0) {
                    flushDue();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.nio.channels.ClosedSelectorException closed) {
            // the end of the measurement
        }
    }

    private void handle(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else {
                connection(key).read();
            }
        } catch (IOException gone) {
            close(key);
        }
    }

    private void accept() throws IOException {
        SocketChannel client = listening.accept();
        if (client != null) {
            client.configureBlocking(false);
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            ReceiverConnection connection = new ReceiverConnection(client, this);
            client.register(selector, SelectionKey.OP_READ, connection);
            connection.begin();
        }
    }

    private void flushDue() {
        long now = System.nanoTime();
        for (SelectionKey key : selector.keys()) {
            try {
                if (key.attachment() instanceof ReceiverConnection connection
                        && connection.due() != 0
                        && connection.due() - now <= 0) {
                    connection.flush();
                }
            } catch (IOException gone) {
                close(key);
            }
        }
    }

    private static ReceiverConnection connection(SelectionKey key) {
        return (ReceiverConnection) key.attachment();
    }

    private static void close(SelectionKey key) {
        key.cancel();
        try {
            key.channel().close();
        } catch (IOException alreadyGone) {
            // nothing left to close
        }
    }

    /** How long each reply is held back, in milliseconds. */
    record Delay(int least, int most) {
        static final Delay NONE = new Delay(0, 0);
    }
}
