package org.sampan.mailserver.deliver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text cut once at its places, so that a copy is made by joining pieces and no byte of it is looked at again. Immutable; the
 * pieces are shared by all connections.
 */
final class CutMessage {
    private final List<byte[]> pieces;
    private final List<byte[]> stuffed;
    private final char[] places;
    private final long bytes;
    private final boolean eightBit;

    private CutMessage(List<byte[]> pieces, String places) {
        this.pieces = pieces;
        this.places = places.toCharArray();
        this.stuffed = dotStuffed(pieces);
        this.bytes = pieces.stream().mapToLong(piece -> piece.length).sum();
        this.eightBit = pieces.stream().anyMatch(CutMessage::hasEightBit);
    }

    /**
     * @param marker what a place begins with, one letter follows; empty: there are no places
     */
    static CutMessage cut(byte[] message, String marker) {
        byte[] begin = marker.getBytes(StandardCharsets.US_ASCII);
        List<byte[]> pieces = new ArrayList<>();
        StringBuilder places = new StringBuilder();
        int from = 0;
        for (int at = find(message, begin, 0); at >= 0; at = find(message, begin, from)) {
            pieces.add(Arrays.copyOfRange(message, from, at));
            places.append((char) message[at + begin.length]);
            from = at + begin.length + 1;
        }
        pieces.add(Arrays.copyOfRange(message, from, message.length));
        return new CutMessage(List.copyOf(pieces), places.toString());
    }

    /** All copies are the same. */
    boolean isUniform() {
        return places.length == 0;
    }

    boolean eightBit() {
        return eightBit;
    }

    long bytes(CopyValues values) {
        long sum = bytes;
        for (char place : places) {
            sum += values.at(place).length;
        }
        return sum;
    }

    /** As it is. */
    void write(CopyValues values, Sink sink) throws IOException {
        join(pieces, values, sink);
    }

    /** With a second dot before each dot that begins a line (RFC 5321 section 4.5.2). No line of a value begins with a dot. */
    void writeStuffed(CopyValues values, Sink sink) throws IOException {
        join(stuffed, values, sink);
    }

    /** What stands before the first place; not to be changed. */
    byte[] firstPiece() {
        return pieces.get(0);
    }

    /** The rest, as it is. */
    void writeAfterFirstPiece(CopyValues values, Sink sink) throws IOException {
        joinAfterFirst(pieces, values, sink);
    }

    private void join(List<byte[]> fixed, CopyValues values, Sink sink) throws IOException {
        sink.write(fixed.get(0));
        joinAfterFirst(fixed, values, sink);
    }

    private void joinAfterFirst(List<byte[]> fixed, CopyValues values, Sink sink) throws IOException {
        for (int i = 0; i < places.length; i++) {
            sink.write(values.at(places[i]));
            sink.write(fixed.get(i + 1));
        }
    }

    private static int find(byte[] text, byte[] wanted, int from) {
        if (wanted.length == 0) {
            return -1;
        }
        // Behind the marker stands one letter: a marker at the very end is no place.
        for (int at = from; at < text.length - wanted.length; at++) {
            if (text[at] == wanted[0] && Arrays.equals(text, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    private static List<byte[]> dotStuffed(List<byte[]> pieces) {
        List<byte[]> stuffed = new ArrayList<>(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            stuffed.add(dotStuffed(pieces.get(i), i == 0));
        }
        return List.copyOf(stuffed);
    }

    private static byte[] dotStuffed(byte[] piece, boolean atLineStart) {
        ByteArrayOutputStream out = null;
        byte before = atLineStart ? (byte) '\n' : 0;
        for (int i = 0; i < piece.length; i++) {
            if (piece[i] == '.' && before == '\n') {
                if (out == null) {
                    out = new ByteArrayOutputStream(piece.length + 64);
                    out.write(piece, 0, i);
                }
                out.write('.');
            }
            if (out != null) {
                out.write(piece[i]);
            }
            before = piece[i];
        }
        return out == null ? piece : out.toByteArray();
    }

    private static boolean hasEightBit(byte[] piece) {
        for (byte each : piece) {
            if (each < 0) {
                return true;
            }
        }
        return false;
    }

    /** Where a copy goes, piece by piece. */
    interface Sink {
        void write(byte[] piece) throws IOException;
    }
}
