package org.sampan.mailserver.smtp;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * One connection on which mail can be handed over, one {@link Envelope} after the other. What is written goes out at
 * {@link #flush}; replies are read in the order of what was written, so a caller that minds {@link #pipelines} may write ahead
 * (RFC 2920). For one thread.
 */
public final class SmtpConnection implements AutoCloseable {
    private static final byte[] DATA = ascii("DATA\r\n");
    private static final byte[] END_OF_DATA = ascii(".\r\n");
    private static final byte[] RESET = ascii("RSET\r\n");

    private final Wire wire;
    private final SmtpServer server;
    private final Capabilities capabilities;
    private final Timeouts timeouts;
    private final Consumer<Wire> onClose;

    SmtpConnection(Wire wire, SmtpServer server, Capabilities capabilities, Timeouts timeouts, Consumer<Wire> onClose) {
        this.wire = wire;
        this.server = server;
        this.capabilities = capabilities;
        this.timeouts = timeouts;
        this.onClose = onClose;
    }

    /** The one we are connected to. */
    public SmtpServer server() {
        return server;
    }

    public boolean isEncrypted() {
        return wire.isEncrypted();
    }

    /** Whether the server takes commands before it answered the ones before. */
    public boolean pipelines() {
        return capabilities.offers("PIPELINING");
    }

    /** Whether the server takes BDAT (RFC 3030), with which several messages can be under way. */
    public boolean takesChunks() {
        return capabilities.offers("CHUNKING") && pipelines();
    }

    /** Whether addresses may be other than ASCII (RFC 6531). */
    public boolean takesUtf8Addresses() {
        return capabilities.offers("SMTPUTF8");
    }

    /** In bytes. */
    public long largestMessage() {
        return capabilities.largestMessage();
    }

    /** Answered by one code. */
    public void writeMailFrom(Envelope envelope) throws IOException {
        StringBuilder line = new StringBuilder(120)
                .append("MAIL FROM:<")
                .append(envelope.sender())
                .append('>');
        if (capabilities.offers("SIZE")) {
            line.append(" SIZE=").append(envelope.bytes());
        }
        if (envelope.eightBit() && capabilities.offers("8BITMIME")) {
            line.append(" BODY=8BITMIME");
        }
        if (envelope.needsUtf8() && takesUtf8Addresses()) {
            line.append(" SMTPUTF8");
        }
        wire.put(line.append("\r\n").toString());
    }

    /** Answered by one code for each. */
    public void writeRcptTo(List<String> recipients) throws IOException {
        for (String recipient : recipients) {
            wire.put("RCPT TO:<" + recipient + ">\r\n");
        }
    }

    /** Answered by 354 when the message may follow. */
    public void writeData() throws IOException {
        wire.put(DATA);
    }

    /** Answered by one code, behind the message that follows. */
    public void writeChunkHead(long bytes) throws IOException {
        wire.put("BDAT " + bytes + " LAST\r\n");
    }

    /** A piece of the message: dot-stuffed for DATA, as it is for BDAT. */
    public void writeContent(byte[] piece) throws IOException {
        wire.put(piece);
    }

    /** Answered by one code. */
    public void writeEndOfData() throws IOException {
        wire.put(END_OF_DATA);
    }

    /** Answered by one code. */
    public void writeReset() throws IOException {
        wire.put(RESET);
    }

    public void flush() throws IOException {
        wire.flush();
    }

    /** The next reply's code; {@link #words} tells the rest. */
    public int readCode() throws IOException {
        return wire.readCode(timeouts.command(), false);
    }

    /** The same for DATA, with its own time-out. */
    public int readDataStart() throws IOException {
        return wire.readCode(timeouts.dataStart(), false);
    }

    /** The same for the final dot and for BDAT. */
    public int readDataEnd() throws IOException {
        return wire.readCode(timeouts.dataEnd(), false);
    }

    /** The reply read last; its words are only kept of 400 and above. */
    public SmtpReply reply(int code) {
        return new SmtpReply(code, wire.words());
    }

    /** Takes leave, but does not wait for the answer. */
    @Override
    public void close() {
        try {
            wire.put("QUIT\r\n");
            wire.flush();
        } catch (IOException gone) {
            // it has left before
        }
        abandon();
    }

    /** Closes without a word. */
    public void abandon() {
        onClose.accept(wire);
        wire.close();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
