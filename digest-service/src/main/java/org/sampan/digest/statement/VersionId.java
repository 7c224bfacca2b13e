package org.sampan.digest.statement;

/** Version 2 of statement 7; counted from 1. */
public record VersionId(StatementId statement, int number) {
    public VersionId {
        if (number < 1) {
            throw new IllegalArgumentException("versions are counted from 1");
        }
    }

    public VersionId next() {
        return new VersionId(statement, number + 1);
    }

    public boolean isFirst() {
        return number == 1;
    }

    public MailId mail() {
        return new MailId(statement, number);
    }
}
