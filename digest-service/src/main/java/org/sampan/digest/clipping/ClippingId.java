package org.sampan.digest.clipping;

/** Names one clipping for good. */
public record ClippingId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
