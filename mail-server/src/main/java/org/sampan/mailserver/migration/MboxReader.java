package org.sampan.mailserver.migration;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the messages of an mbox apart while it is read, also of one packed by gzip (decision 24). Reads what Mailman 2 and
 * Pipermail ({@code From bob at example.com}), HyperKitty and most mail programs write. A line of a text that begins with From is
 * no new message: before one stands an empty line, behind it a header field, and in it a day and an hour.
 */
final class MboxReader {
    private static final int BUFFER = 64 * 1024;
    private static final int GZIP = 0x1f8b;
    private static final byte[] CRLF = {'\r', '\n'};

    private final InputStream in;
    private final int longest;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private ByteArrayOutputStream message = new ByteArrayOutputStream();
    private @Nullable FromLine from;
    private boolean tooLong;
    private boolean wasEmpty = true;
    private boolean isOver;
    private long lines;
    private long messages;

    private MboxReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * @param file is not closed
     * @param longest of what is longer the text is passed over
     * @throws UnreadableMboxException when it does not begin as one
     */
    static MboxReader of(InputStream file, int longest) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(file, BUFFER);
        raw.mark(2);
        boolean packed = (raw.read() << 8 | raw.read()) == GZIP;
        raw.reset();
        MboxReader reader = new MboxReader(
                packed ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw, longest);
        reader.findFirst();
        return reader;
    }

    /** Empty at the end. */
    Optional<MboxMessage> next() throws IOException {
        FromLine begin = from;
        if (begin == null) {
            return Optional.empty();
        }
        while (!isOver) {
            readLine();
            Optional<FromLine> another = fromLine();
            if (another.isEmpty()) {
                add();
            } else if (beginsMessage(another.get())) {
                return Optional.of(taken(begin));
            }
        }
        from = null;
        return Optional.of(taken(begin));
    }

    private void findFirst() throws IOException {
        do {
            readLine();
        } while (!isOver && line.size() == 0);
        from = fromLine()
                .orElseThrow(() -> new UnreadableMboxException("The file is no mbox: its first line is not one such as"
                        + " 'From bob@example.org Mon Nov  2 10:00:00 2015'."));
        wasEmpty = false;
    }

    /** Looks at the line behind; what was no beginning is text. */
    private boolean beginsMessage(FromLine another) throws IOException {
        byte[] text = line.toByteArray();
        if (isOver) {
            addLine(text);
            return false;
        }
        readLine();
        if (FromLine.isHeaderField(line.toByteArray())) {
            from = another;
            return true;
        }
        addLine(text);
        Optional<FromLine> again = fromLine();
        if (again.isPresent()) {
            return beginsMessage(again.get());
        }
        add();
        return false;
    }

    /** The line at hand is the first of the next message. */
    private MboxMessage taken(FromLine begin) {
        byte[] bytes = tooLong ? new byte[0] : withoutLastEmptyLine(message.toByteArray());
        MboxMessage taken = new MboxMessage(++messages, begin.line(), begin.text(), bytes, tooLong);
        message = new ByteArrayOutputStream();
        tooLong = false;
        if (!isOver) {
            add();
        }
        return taken;
    }

    private Optional<FromLine> fromLine() {
        return FromLine.of(line.toByteArray(), lines, wasEmpty);
    }

    private void add() {
        if (!isOver || line.size() > 0) {
            addLine(line.toByteArray());
        }
    }

    private void addLine(byte[] text) {
        wasEmpty = text.length == 0;
        int from = FromLine.isQuoted(text) ? 1 : 0;
        if (tooLong || message.size() + text.length > longest) {
            tooLong = true;
            message = new ByteArrayOutputStream();
        } else {
            message.write(text, from, text.length - from);
            message.writeBytes(CRLF);
        }
    }

    /** Without its end; of one that is longer than any message only the beginning. */
    private void readLine() throws IOException {
        line.reset();
        lines++;
        int next = in.read();
        while (next >= 0 && next != '\n') {
            if (line.size() <= longest) {
                line.write(next);
            }
            next = in.read();
        }
        isOver = next < 0;
        dropCarriageReturn();
    }

    private void dropCarriageReturn() {
        byte[] text = line.toByteArray();
        if (text.length > 0 && text[text.length - 1] == '\r') {
            line.reset();
            line.write(text, 0, text.length - 1);
        }
    }

    private static byte[] withoutLastEmptyLine(byte[] bytes) {
        int length = bytes.length;
        boolean ends = length >= 4 && new String(bytes, length - 4, 4, StandardCharsets.US_ASCII).equals("\r\n\r\n");
        return ends ? java.util.Arrays.copyOf(bytes, length - 2) : bytes;
    }
}
