package org.sampan.mailserver.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.sampan.mailserver.post.ArchivedPost;

/**
 * Writes messages one behind the other as {@code mboxrd}: lines of a message that begin with From, however often quoted, get one
 * {@code >} more, so that taking one off gives every byte again but for line ends, which are LF.
 */
final class Mbox {
    private static final DateTimeFormatter ASCTIME = DateTimeFormatter.ofPattern(
                    "EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;

    Mbox(OutputStream out) {
        this.out = out;
    }

    void write(ArchivedPost post, byte[] message) throws IOException {
        String sender = post.fromEmail().isEmpty() ? "MAILER-DAEMON" : post.fromEmail();
        out.write(("From " + sender + " " + ASCTIME.format(post.receivedAt()) + "\n").getBytes(StandardCharsets.UTF_8));
        int at = 0;
        while (at < message.length) {
            int end = lineEnd(message, at);
            writeLine(message, at, end);
            at = end + 1;
        }
        out.write('\n');
    }

    private void writeLine(byte[] message, int from, int end) throws IOException {
        int text = from;
        while (text < end && message[text] == '>') {
            text++;
        }
        if (startsWithFrom(message, text, end)) {
            out.write('>');
        }
        int last = end > from && message[end - 1] == '\r' ? end - 1 : end;
        out.write(message, from, last - from);
        out.write('\n');
    }

    private static boolean startsWithFrom(byte[] message, int from, int end) {
        for (int i = 0; i < FROM.length; i++) {
            if (from + i >= end || message[from + i] != FROM[i]) {
                return false;
            }
        }
        return true;
    }

    private static int lineEnd(byte[] message, int from) {
        int at = from;
        while (at < message.length && message[at] != '\n') {
            at++;
        }
        return at;
    }
}
