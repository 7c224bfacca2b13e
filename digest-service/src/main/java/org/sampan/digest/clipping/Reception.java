package org.sampan.digest.clipping;

/** What became of an item that a source offered. */
public enum Reception {
    /** The first time this story is met. */
    NEW,
    /** The story was known from elsewhere: it has one more origin now. */
    MERGED,
    /** The same source has changed its text, and the clipping follows. */
    CHANGED,
    /** Nothing to do. */
    UNCHANGED
}
