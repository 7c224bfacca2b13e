package org.sampan.mailserver.bench;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection of the {@link CountingReceiver}. For its thread only. */
final class ReceiverConnection {
    private static final String END_OF_DATA = "\r\n.\r\n";

    private final SocketChannel channel;
    private final CountingReceiver receiver;
    private final byte[] input = new byte[128 * 1024];
    private final StringBuilder replies = new StringBuilder();
    private int length;
    private int used;
    private int recipients;
    private boolean inData;
    private long chunkLeft;
    private long due;

    ReceiverConnection(SocketChannel channel, CountingReceiver receiver) {
        this.channel = channel;
        this.receiver = receiver;
        say("220 receiver.example ESMTP");
    }

    /** When held-back replies go out; 0: there are none. */
    long due() {
        return due;
    }

    void read() throws IOException {
        int read = channel.read(ByteBuffer.wrap(input, length, input.length - length));
        if (read < 0) {
            throw new EOFException();
        }
        length += read;
        boolean more = true;
        while (more && used < length) {
            more = inData ? takeData() : chunkLeft > 0 ? takeChunk() : takeLine();
        }
        System.arraycopy(input, used, input, 0, length - used);
        length -= used;
        used = 0;
        answer();
    }

    void flush() throws IOException {
        due = 0;
        ByteBuffer out = ByteBuffer.wrap(replies.toString().getBytes(StandardCharsets.US_ASCII));
        replies.setLength(0);
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    private void answer() throws IOException {
        if (replies.length() > 0 && due == 0) {
            long delay = receiver.nextDelay();
            if (delay == 0) {
                flush();
            } else {
                due = System.nanoTime() + delay;
            }
        }
    }

    /** Looks for the end of the message, whose first bytes may have come before. */
    private boolean takeData() {
        int end = new String(input, used, length - used, StandardCharsets.ISO_8859_1).indexOf(END_OF_DATA);
        if (end < 0) {
            used = Math.max(used, length - END_OF_DATA.length() + 1);
            return false;
        }
        used += end + END_OF_DATA.length();
        inData = false;
        taken();
        return true;
    }

    private boolean takeChunk() {
        long part = Math.min(chunkLeft, length - used);
        used += (int) part;
        chunkLeft -= part;
        if (chunkLeft == 0) {
            taken();
        }
        return chunkLeft == 0;
    }

    private boolean takeLine() {
        for (int i = used; i < length; i++) {
            if (input[i] == '\n') {
                command(new String(input, used, i - used, StandardCharsets.UTF_8).stripTrailing());
                used = i + 1;
                return true;
            }
        }
        return false;
    }

    private void command(String line) {
        switch (line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT)) {
            case "EHLO" -> say(receiver.capabilities());
            case "MAIL" -> say("250 2.1.0 ok");
            case "RCPT" -> {
                recipients++;
                say("250 2.1.5 ok");
            }
            case "DATA" -> {
                inData = true;
                say("354 go on");
            }
            case "BDAT" -> chunkLeft = Long.parseLong(line.split(" ")[1]);
            case "QUIT" -> say("221 2.0.0 bye");
            default -> say("250 2.0.0 ok");
        }
    }

    private void taken() {
        receiver.took(recipients);
        recipients = 0;
        say("250 2.0.0 taken");
    }

    private void say(String reply) {
        replies.append(reply).append("\r\n");
    }

    void begin() throws IOException {
        answer();
    }
}
