package org.sampan.digest.statement;

/** Statement 7. */
public record StatementId(long value) {
    public VersionId firstVersion() {
        return new VersionId(this, 1);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
