package org.sampan.digest.journal;

/** The number of a deed; a later deed has a greater one. */
public record DeedId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
