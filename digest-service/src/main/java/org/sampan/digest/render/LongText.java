package org.sampan.digest.render;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * A text of many megabytes as it is written: kept in pieces and put together once, where a growing array would take three times its room.
 * Not for several threads.
 */
final class LongText extends Writer {
    private static final int PIECE = 16 * 1024;

    private final List<String> pieces = new ArrayList<>();
    private final char[] piece = new char[PIECE];
    private int filled;

    @Override
    public void write(char[] letters, int from, int length) {
        for (int done = 0; done < length; ) {
            int count = room(length - done);
            System.arraycopy(letters, from + done, piece, filled, count);
            filled += count;
            done += count;
        }
    }

    @Override
    public void write(String letters, int from, int length) {
        for (int done = 0; done < length; ) {
            int count = room(length - done);
            letters.getChars(from + done, from + done + count, piece, filled);
            filled += count;
            done += count;
        }
    }

    @Override
    public void write(int letter) {
        room(1);
        piece[filled++] = (char) letter;
    }

    /** At most what is wanted, at least one letter. */
    private int room(int wanted) {
        if (filled == PIECE) {
            flush();
        }
        return Math.min(wanted, PIECE - filled);
    }

    @Override
    public void flush() {
        if (filled > 0) {
            pieces.add(new String(piece, 0, filled));
            filled = 0;
        }
    }

    @Override
    public void close() {
        flush();
    }

    @Override
    public String toString() {
        flush();
        return String.join("", pieces);
    }
}
