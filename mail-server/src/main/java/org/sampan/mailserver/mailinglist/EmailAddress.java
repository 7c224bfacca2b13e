package org.sampan.mailserver.mailinglist;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mailbox as written by its owner, compared without regard to case (every list server treats {@code Bob@x} and
 * {@code bob@x} as one person, whatever RFC 5321 section 2.4 allows).
 *
 * <p>Non-ASCII local parts and domains (RFC 6531) are taken as they are. Quoted local parts, white space, control
 * characters and angle brackets are refused, so a value can be written into a header or an SMTP command as it is.
 *
 * @param written the address as given, at most 254 characters
 */
public record EmailAddress(String written) {
    private static final Pattern SHAPE = Pattern.compile(
            "[^\\s\\p{Cntrl}\\p{Cf}@<>()\\[\\],;:\\\\\"]{1,64}@[^\\s\\p{Cntrl}\\p{Cf}@<>()\\[\\],;:\\\\\"]{1,189}");

    /** @throws IllegalArgumentException with a text fit for a person, when this is not an address */
    public EmailAddress {
        if (!isAddress(written)) {
            throw new IllegalArgumentException("not an e-mail address: '" + printable(written) + "'");
        }
    }

    /** Empty when the text is not an address. */
    public static Optional<EmailAddress> parse(String text) {
        String trimmed = text.strip();
        return isAddress(trimmed) ? Optional.of(new EmailAddress(trimmed)) : Optional.empty();
    }

    /** The form two spellings of one address share; what the database keys on. */
    public String key() {
        return written.toLowerCase(Locale.ROOT);
    }

    /** Before the at sign, lower case. */
    public String localPart() {
        return key().substring(0, at());
    }

    /** Behind the at sign, lower case. */
    public String domain() {
        return key().substring(at() + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress that && key().equals(that.key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    @Override
    public String toString() {
        return written;
    }

    private int at() {
        return written.indexOf('@');
    }

    private static boolean isAddress(String text) {
        return SHAPE.matcher(text).matches() && dotsAreSound(text);
    }

    private static boolean dotsAreSound(String text) {
        String domain = text.substring(text.indexOf('@') + 1);
        return !text.startsWith(".")
                && !text.contains("..")
                && !text.contains(".@")
                && !domain.startsWith(".")
                && !domain.endsWith(".")
                && !domain.startsWith("-");
    }

    private static String printable(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
        return clean.length() > 80 ? clean.substring(0, 80) + "…" : clean;
    }
}
