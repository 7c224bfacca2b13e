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
    LEFT,
    /** The send was cancelled before the copy went. */
    CANCELLED,
    /** Gets the post through another list: never offered here, and counted as sent when all others of its batch are through. */
    ELSEWHERE;

    private static final Outcome[] BY_BYTE = values();

    /** Whether this may still turn into another: what was on its way when the send was cancelled may have arrived. */
    boolean mayBecome(Outcome other) {
        return this == OPEN || (this == CANCELLED && (other == SENT || other == FAILED));
    }

    /** As kept in a batch. */
    public byte toByte() {
        return (byte) ordinal();
    }

    /** @throws ArrayIndexOutOfBoundsException when the byte is none of ours */
    public static Outcome of(byte kept) {
        return BY_BYTE[kept];
    }
}
