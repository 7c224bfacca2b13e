package org.sampan.mailserver.post;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A mail, or a part of one (RFC 2045 calls both an entity): header fields, an empty line, a body. Whatever is not changed keeps
 * every byte, since a signature may cover it. Reading never fails: lines that are no fields stay among the headers as they are.
 * Immutable, as long as nobody writes into the arrays.
 */
public final class Message {
    private static final byte[] CRLF = {'\r', '\n'};

    private final Headers headers;
    private final byte[] separator;
    private final byte[] body;

    private Message(Headers headers, byte[] separator, byte[] body) {
        this.headers = headers;
        this.separator = separator;
        this.body = body;
    }

    public static Message of(Headers headers, byte[] body) {
        return new Message(headers, CRLF, body);
    }

    /** Takes a message apart; {@link #bytes} gives the same bytes again. */
    public static Message parse(byte[] bytes) {
        List<HeaderField> fields = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int end = lineEnd(bytes, at);
            if (isEmptyLine(bytes, at, end)) {
                return new Message(
                        Headers.of(fields),
                        Arrays.copyOfRange(bytes, at, end),
                        Arrays.copyOfRange(bytes, end, bytes.length));
            }
            while (end < bytes.length && isContinuation(bytes, end)) {
                end = lineEnd(bytes, end);
            }
            fields.add(new HeaderField(Arrays.copyOfRange(bytes, at, end)));
            at = end;
        }
        return new Message(Headers.of(fields), new byte[0], new byte[0]);
    }

    public Headers headers() {
        return headers;
    }

    /** Behind the empty line. */
    public byte[] body() {
        return body;
    }

    public Message with(Headers changed) {
        return new Message(changed, separator, body);
    }

    public Message withBody(byte[] changed) {
        return new Message(headers, separator.length == 0 ? CRLF : separator, changed);
    }

    public ContentType contentType() {
        return ContentType.of(headers.value("Content-Type"));
    }

    /** Lower case; {@code 7bit} when none is named. */
    public String transferEncoding() {
        String encoding = HeaderField.key(headers.value("Content-Transfer-Encoding"))
                .replaceAll("\\(.*?\\)", "")
                .strip();
        return encoding.isEmpty() ? "7bit" : encoding;
    }

    public byte[] bytes() {
        byte[] head = headers.bytes();
        byte[] bytes = Arrays.copyOf(head, head.length + separator.length + body.length);
        System.arraycopy(separator, 0, bytes, head.length, separator.length);
        System.arraycopy(body, 0, bytes, head.length + separator.length, body.length);
        return bytes;
    }

    public long size() {
        return headers.fields().stream().mapToLong(it -> it.raw().length).sum() + separator.length + body.length;
    }

    private static int lineEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, bytes.length);
    }

    private static boolean isEmptyLine(byte[] bytes, int from, int end) {
        return bytes[from] == '\n' || (end - from == 2 && bytes[from] == '\r' && bytes[from + 1] == '\n');
    }

    /** A line of blanks alone does not end a header either. */
    private static boolean isContinuation(byte[] bytes, int at) {
        return bytes[at] == ' ' || bytes[at] == '\t';
    }
}
