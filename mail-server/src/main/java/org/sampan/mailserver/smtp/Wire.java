package org.sampan.mailserver.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The bytes of one connection: what is written is gathered and goes out when flushed or when the buffer is full. For one thread, but
 * for {@link #closeIfOverdue}.
 */
final class Wire {
    private static final int BUFFER = 64 * 1024;
    private static final long NONE = Long.MAX_VALUE;

    private final Duration blockTimeout;
    private final byte[] buffer = new byte[BUFFER];
    private final Socket raw;
    private OutputStream out;
    private ReplyReader replies;
    private int length;
    private boolean encrypted;
    private volatile long deadline = NONE;
    private volatile boolean overdue;

    Wire(Socket socket, Duration blockTimeout) throws IOException {
        this.blockTimeout = blockTimeout;
        this.raw = socket;
        this.out = socket.getOutputStream();
        this.replies = new ReplyReader(socket.getInputStream());
    }

    /** Goes on over another socket laid on the first one: TLS. */
    void encrypt(Layer layer, Duration atMost) throws IOException {
        waitAtMost(atMost);
        try {
            Socket layered = layer.over(raw);
            out = layered.getOutputStream();
            replies = new ReplyReader(layered.getInputStream());
            encrypted = true;
        } catch (IOException e) {
            throw timedOutOr(e);
        } finally {
            deadline = NONE;
        }
    }

    boolean isEncrypted() {
        return encrypted;
    }

    void put(String text) throws IOException {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    void put(byte[] bytes) throws IOException {
        int from = 0;
        while (bytes.length - from > BUFFER - length) {
            int part = BUFFER - length;
            System.arraycopy(bytes, from, buffer, length, part);
            length = BUFFER;
            from += part;
            flush();
        }
        System.arraycopy(bytes, from, buffer, length, bytes.length - from);
        length += bytes.length - from;
    }

    void flush() throws IOException {
        if (length > 0) {
            waitAtMost(blockTimeout);
            try {
                out.write(buffer, 0, length);
                out.flush();
            } catch (IOException e) {
                throw timedOutOr(e);
            } finally {
                deadline = NONE;
            }
            length = 0;
        }
    }

    int readCode(Duration atMost, boolean keepWords) throws IOException {
        waitAtMost(atMost);
        try {
            return replies.read(keepWords);
        } catch (IOException e) {
            throw timedOutOr(e);
        } finally {
            deadline = NONE;
        }
    }

    SmtpReply readReply(Duration atMost) throws IOException {
        return new SmtpReply(readCode(atMost, true), replies.words());
    }

    String words() {
        return replies.words();
    }

    boolean hasUnasked() {
        return replies.hasMore();
    }

    void closeIfOverdue(long now) {
        long until = deadline;
        if (until != NONE && until - now < 0) {
            overdue = true;
            close();
        }
    }

    /** Without farewell, TLS's neither: that could wait for a server that hangs. */
    void close() {
        try {
            raw.close();
        } catch (IOException nothingLeftToDo) {
            // the other side finds out by itself
        }
    }

    private void waitAtMost(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    private IOException timedOutOr(IOException e) {
        return overdue ? new SocketTimeoutException("no answer in time") : e;
    }

    /** Makes a protected socket of a plain one. */
    interface Layer {
        Socket over(Socket raw) throws IOException;
    }
}
