package org.sampan.digest.statement;

/**
 * What goes to lists under one Message-ID: a version of a statement, or the notice that the statement is withdrawn.
 *
 * @param number of the version; 0: the notice
 */
public record MailId(StatementId statement, int number) {
    public static MailId withdrawal(StatementId statement) {
        return new MailId(statement, 0);
    }

    public boolean isWithdrawal() {
        return number == 0;
    }

    /** @throws IllegalArgumentException for a notice of withdrawal */
    public VersionId version() {
        return new VersionId(statement, number);
    }

    /** The name its mail carries, so that the mail server takes it once for each list (contract, "Message-ID"). */
    public String messageId(String domain) {
        return "<statement." + statement.value() + suffix() + "@" + domain + ">";
    }

    private String suffix() {
        return switch (number) {
            case 0 -> ".withdrawn";
            case 1 -> "";
            default -> "." + number;
        };
    }

    @Override
    public String toString() {
        return statement.value() + suffix();
    }
}
