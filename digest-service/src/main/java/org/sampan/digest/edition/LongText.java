package org.sampan.digest.edition;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A text of many megabytes as it goes to the database and over the wire: UTF-8, in pieces. As a string it would take twice the
 * room, and be copied and encoded again at every step. Immutable.
 */
public final class LongText {
    private final List<byte[]> pieces;
    private final int bytes;
    private final int foreignBytes;

    private LongText(List<byte[]> pieces, int foreignBytes) {
        this.pieces = pieces;
        this.bytes = pieces.stream().mapToInt(piece -> piece.length).sum();
        this.foreignBytes = foreignBytes;
    }

    public static LongText of(String text) {
        return ofUtf8(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param text which nobody changes any more */
    static LongText ofUtf8(byte[] text) {
        int foreign = 0;
        for (byte one : text) {
            foreign += one < 0 ? 1 : 0;
        }
        return new LongText(List.of(text), foreign);
    }

    public int bytes() {
        return bytes;
    }

    /** Those of letters outside ASCII. */
    public int foreignBytes() {
        return foreignBytes;
    }

    public InputStream utf8() {
        return new SequenceInputStream(Collections.enumeration(
                pieces.stream().map(ByteArrayInputStream::new).toList()));
    }

    public byte[] toUtf8() {
        byte[] all = new byte[bytes];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }

    @Override
    public String toString() {
        return new String(pieces.size() == 1 ? pieces.get(0) : toUtf8(), StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LongText text && bytes == text.bytes && Arrays.equals(toUtf8(), text.toUtf8());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toUtf8());
    }

    /**
     * Encodes what it is given as it comes, but for blanks and ends of lines before the first word and after the last; ends with
     * one end of line. Not for several threads.
     */
    public static final class Typesetter extends Writer {
        private static final int PIECE = 16 * 1024;

        private final List<byte[]> pieces = new ArrayList<>();
        private final CharBuffer letters = CharBuffer.allocate(PIECE);
        private final CharsetEncoder encoder = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        private int foreignBytes;
        private final ByteBuffer encoded = ByteBuffer.allocate(PIECE * 3);

        @Override
        public void write(char[] text, int from, int length) {
            for (int done = 0; done < length; ) {
                int count = room(length - done);
                letters.put(text, from + done, count);
                done += count;
            }
        }

        @Override
        public void write(String text, int from, int length) {
            for (int done = 0; done < length; ) {
                int count = room(length - done);
                letters.put(text, from + done, from + done + count);
                done += count;
            }
        }

        @Override
        public void write(int letter) {
            room(1);
            letters.put((char) letter);
        }

        /** At most what is wanted, at least one letter. */
        private int room(int wanted) {
            if (!letters.hasRemaining()) {
                encode(false);
            }
            return Math.min(wanted, letters.remaining());
        }

        /** Half a pair waits for its other half. */
        private void encode(boolean last) {
            letters.flip();
            while (pieces.isEmpty() && letters.hasRemaining() && isBlank(letters.get(letters.position()))) {
                letters.get();
            }
            int ascii = asciiLetters();
            encoder.encode(letters, encoded, last);
            letters.compact();
            if (encoded.position() > 0) {
                foreignBytes += encoded.position() - ascii;
                pieces.add(Arrays.copyOf(encoded.array(), encoded.position()));
                encoded.clear();
            }
        }

        /** Counted here, where a letter is one step, and not again in what takes up to three bytes of it. */
        private int asciiLetters() {
            char[] all = letters.array();
            int ascii = 0;
            for (int at = letters.position(); at < letters.limit(); at++) {
                ascii += all[at] < 0x80 ? 1 : 0;
            }
            return ascii;
        }

        /** Nothing goes out before {@link #finished}. */
        @Override
        public void flush() {}

        @Override
        public void close() {}

        /** All that was written; nothing may be written any more. */
        public LongText finished() {
            encode(true);
            int length = 0;
            while (length == 0 && !pieces.isEmpty()) {
                length = withoutBlanks(pieces.get(pieces.size() - 1));
                byte[] last = pieces.remove(pieces.size() - 1);
                if (length > 0) {
                    pieces.add(Arrays.copyOf(last, length));
                }
            }
            pieces.add(new byte[] {'\n'});
            return new LongText(List.copyOf(pieces), foreignBytes);
        }

        private static int withoutBlanks(byte[] piece) {
            int length = piece.length;
            while (length > 0 && isBlank((char) (piece[length - 1] & 0xff))) {
                length--;
            }
            return length;
        }

        private static boolean isBlank(char letter) {
            return letter <= ' ';
        }
    }
}
