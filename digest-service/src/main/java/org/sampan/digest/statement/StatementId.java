package org.sampan.digest.statement;

/** Statement 7. */
public record StatementId(long value) {
    /** The name its mail carries, so that the mail server takes it once for each list (contract, "Message-ID"). */
    public String messageId(String domain) {
        return "<statement." + value + "@" + domain + ">";
    }
}
