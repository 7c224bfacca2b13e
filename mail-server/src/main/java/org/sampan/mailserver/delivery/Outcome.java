package org.sampan.mailserver.delivery;

/** What became of one copy; a batch keeps one byte of it for each recipient. */
public enum Outcome {
    /** Not offered to any server yet, or no answer came. */
    OPEN,
    SENT,
    /** Answered 4xx: waits among the problems to be tried again. */
    DEFERRED,
    FAILED,
    /** Left the list before the copy went. */
    LEFT;

    private static final Outcome[] BY_BYTE = values();

    /** As kept in a batch. */
    public byte toByte() {
        return (byte) ordinal();
    }

    /** @throws ArrayIndexOutOfBoundsException when the byte is none of ours */
    public static Outcome of(byte kept) {
        return BY_BYTE[kept];
    }
}
