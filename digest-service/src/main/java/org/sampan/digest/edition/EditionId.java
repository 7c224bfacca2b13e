package org.sampan.digest.edition;

/** Edition 12 of {@code mekong-weekly}. */
public record EditionId(String series, int number) {
    /** The name its mail carries, so that the mail server takes it once (contract, "Message-ID"). */
    public String messageId(String domain) {
        return "<edition." + series + "." + number + "@" + domain + ">";
    }

    @Override
    public String toString() {
        return series + "/" + number;
    }
}
