package org.sampan.mailserver.smtp;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes replies from a connection, several of which may come at once (RFC 2920). Of replies below 400 the words are only kept when
 * asked for, since there are three or four of them for each copy. For one thread.
 */
final class ReplyReader {
    private static final int MOST_LINES = 128;

    private final InputStream in;
    private final byte[] buffer = new byte[4096];
    private final StringBuilder words = new StringBuilder();
    private int next;
    private int end;

    ReplyReader(InputStream in) {
        this.in = in;
    }

    /**
     * The code of the next reply.
     *
     * @throws EOFException when the server closed the connection
     * @throws IOException when what came is not SMTP
     */
    int read(boolean keepWords) throws IOException {
        words.setLength(0);
        for (int lines = 0; lines < MOST_LINES; lines++) {
            int afterLine = endOfLine();
            int line = next;
            int length = afterLine - line - 1;
            next = afterLine;
            int code = code(line, length);
            if (keepWords || code >= 400) {
                keep(line, length);
            }
            if (length < 4 || buffer[line + 3] != '-') {
                return code;
            }
        }
        throw new IOException("a reply of more than " + MOST_LINES + " lines");
    }

    /** Words of the reply read last, its lines divided by line feeds. */
    String words() {
        return words.toString();
    }

    /** Whether more has come than was asked for. */
    boolean hasMore() {
        return next < end;
    }

    private int endOfLine() throws IOException {
        int searched = next;
        while (true) {
            for (int i = searched; i < end; i++) {
                if (buffer[i] == '\n') {
                    return i + 1;
                }
            }
            makeRoom();
            searched = end;
            fill();
        }
    }

    private void makeRoom() throws IOException {
        if (next == end) {
            next = 0;
            end = 0;
        } else if (end == buffer.length) {
            if (next == 0) {
                throw new IOException("a reply line of more than " + buffer.length + " bytes");
            }
            System.arraycopy(buffer, next, buffer, 0, end - next);
            end -= next;
            next = 0;
        }
    }

    private void fill() throws IOException {
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            throw new EOFException("the server closed the connection");
        }
        end += read;
    }

    private int code(int line, int length) throws IOException {
        if (length >= 3) {
            int code = digit(line) * 100 + digit(line + 1) * 10 + digit(line + 2);
            if (code >= 200 && code <= 599) {
                return code;
            }
        }
        throw new IOException("not an SMTP reply");
    }

    private int digit(int at) {
        int digit = buffer[at] - '0';
        return digit >= 0 && digit <= 9 ? digit : -1000;
    }

    private void keep(int line, int length) {
        int from = Math.min(length, 4);
        if (words.length() > 0) {
            words.append('\n');
        }
        words.append(new String(buffer, line + from, length - from, StandardCharsets.UTF_8).stripTrailing());
    }
}
