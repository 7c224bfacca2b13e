package org.sampan.mailserver.post;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The body of a multipart (RFC 2046 section 5.1) cut at its boundary lines; joined again, it is the same to the byte. Immutable.
 *
 * @param opening preamble and the first boundary line
 * @param parts at least one
 * @param closings what follows each part: the line end that belongs to the boundary, and the boundary line; behind the last part
 *     the epilogue too; empty when the sender forgot the last boundary
 */
public record Multipart(String boundary, byte[] opening, List<Message> parts, List<byte[]> closings) {
    private static final byte[] CRLF = {'\r', '\n'};

    /** Empty when the body has no part between such boundaries, as a broken mail has. */
    public static Optional<Multipart> read(Message message) {
        return message.contentType()
                .parameter("boundary")
                .filter(it -> message.contentType().isMultipart())
                .flatMap(it -> read(message.body(), it));
    }

    /** A new one, of its first part. */
    public static Multipart of(String boundary, Message first) {
        return new Multipart(
                boundary,
                ascii("--" + boundary + "\r\n"),
                List.of(first),
                List.of(ascii("\r\n--" + boundary + "--\r\n")));
    }

    public Multipart with(int index, Message part) {
        List<Message> changed = new ArrayList<>(parts);
        changed.set(index, part);
        return new Multipart(boundary, opening, List.copyOf(changed), closings);
    }

    /** With one more part before the others. */
    public Multipart before(Message part) {
        List<Message> more = new ArrayList<>(parts);
        more.add(0, part);
        List<byte[]> changed = new ArrayList<>(closings);
        changed.add(0, ascii("\r\n--" + boundary + "\r\n"));
        return new Multipart(boundary, opening, List.copyOf(more), List.copyOf(changed));
    }

    /**
     * Without one of its parts.
     *
     * @throws IllegalStateException when it is the only one
     */
    public Multipart without(int index) {
        if (parts.size() == 1) {
            throw new IllegalStateException("a multipart has at least one part");
        }
        List<Message> fewer = new ArrayList<>(parts);
        List<byte[]> changed = new ArrayList<>(closings);
        fewer.remove(index);
        byte[] closing = changed.remove(index);
        if (index == parts.size() - 1) {
            changed.set(index - 1, closing);
        }
        return new Multipart(boundary, opening, List.copyOf(fewer), List.copyOf(changed));
    }

    /** The same with the last boundary, where the sender forgot it. */
    public Multipart closed() {
        if (closings.get(closings.size() - 1).length > 0) {
            return this;
        }
        List<byte[]> changed = new ArrayList<>(closings);
        changed.set(changed.size() - 1, ascii("\r\n--" + boundary + "--\r\n"));
        return new Multipart(boundary, opening, parts, List.copyOf(changed));
    }

    /** With one more part behind the others; a missing last boundary is written too. */
    public Multipart plus(Message part) {
        List<Message> more = new ArrayList<>(parts);
        more.add(part);
        List<byte[]> changed = new ArrayList<>(closings);
        byte[] last = changed.remove(changed.size() - 1);
        changed.add(ascii("\r\n--" + boundary + "\r\n"));
        changed.add(last.length == 0 ? ascii("\r\n--" + boundary + "--\r\n") : last);
        return new Multipart(boundary, opening, List.copyOf(more), List.copyOf(changed));
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(opening);
        for (int i = 0; i < parts.size(); i++) {
            bytes.writeBytes(parts.get(i).bytes());
            bytes.writeBytes(closings.get(i));
        }
        return bytes.toByteArray();
    }

    private static Optional<Multipart> read(byte[] body, String boundary) {
        List<BoundaryLine> lines = boundaryLines(body, boundary);
        if (lines.isEmpty() || lines.get(0).isLast()) {
            return Optional.empty();
        }
        List<Message> parts = new ArrayList<>();
        List<byte[]> closings = new ArrayList<>();
        for (int i = 0; i < lines.size() && !lines.get(i).isLast(); i++) {
            boolean closed = i + 1 < lines.size();
            int from = lines.get(i).end();
            int to = closed ? Math.max(from, lines.get(i + 1).start()) : body.length;
            parts.add(Message.parse(Arrays.copyOfRange(body, from, to)));
            int closingEnd = !closed
                    ? to
                    : lines.get(i + 1).isLast() ? body.length : lines.get(i + 1).end();
            closings.add(Arrays.copyOfRange(body, to, closingEnd));
        }
        return Optional.of(new Multipart(
                boundary, Arrays.copyOf(body, lines.get(0).end()), List.copyOf(parts), List.copyOf(closings)));
    }

    private static List<BoundaryLine> boundaryLines(byte[] body, String boundary) {
        byte[] delimiter = ascii("--" + boundary);
        List<BoundaryLine> lines = new ArrayList<>();
        for (int at = 0; at < body.length; ) {
            int end = lineEnd(body, at);
            if (startsWith(body, at, delimiter)) {
                String rest = new String(
                                body, at + delimiter.length, end - at - delimiter.length, StandardCharsets.ISO_8859_1)
                        .stripTrailing();
                if (rest.isEmpty() || rest.equals("--")) {
                    lines.add(new BoundaryLine(startOfLineEndBefore(body, at), end, rest.equals("--")));
                    if (rest.equals("--")) {
                        return lines;
                    }
                }
            }
            at = end;
        }
        return lines;
    }

    /** The line end before a boundary belongs to the boundary (RFC 2046 section 5.1.1). */
    private static int startOfLineEndBefore(byte[] body, int at) {
        if (at >= 2 && body[at - 1] == CRLF[1] && body[at - 2] == CRLF[0]) {
            return at - 2;
        }
        return at >= 1 && body[at - 1] == CRLF[1] ? at - 1 : at;
    }

    private static boolean startsWith(byte[] body, int at, byte[] wanted) {
        return at + wanted.length <= body.length
                && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static int lineEnd(byte[] body, int from) {
        int at = from;
        while (at < body.length && body[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, body.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private record BoundaryLine(int start, int end, boolean isLast) {}
}
