package org.sampan.digest.clipping;

/** What somebody asked to filter by is nothing that can be. */
public final class BadFilter extends RuntimeException {
    private final String field;

    BadFilter(String field, String detail) {
        super(detail);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
