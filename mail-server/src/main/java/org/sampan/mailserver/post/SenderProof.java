package org.sampan.mailserver.post;

import java.util.Locale;
import org.sampan.mailserver.mailinglist.MailingList;

/**
 * What was found out in the SMTP session about the domain of From; it travels with the mail, since it cannot be found out again.
 *
 * @param by what proves that the mail comes from that domain
 * @param failsDmarc nothing proves it, and the domain asks receivers to quarantine or reject such mail
 */
public record SenderProof(By by, boolean failsDmarc) {
    /** Nobody looked. */
    public static final SenderProof NOT_CHECKED = new SenderProof(By.NOTHING, false);

    private static final String FAILS = "!";

    /** What proves where a mail comes from. */
    public enum By {
        /** Nothing does. */
        NOTHING,
        /** A signature of the domain that covers neither the readers nor the Message-ID: good anywhere, so no proof here. */
        LOOSE_SIGNATURE,
        /** A signature of the domain that covers author, readers, subject, date and Message-ID. */
        SIGNATURE,
        /** The server that handed the mail in is one of the domain's. */
        SERVER
    }

    /**
     * Whether the mail proves that it was sent to this list. A signature proves who wrote it to whom, and anybody who got such a mail
     * can send it on, so the list must stand in To or Cc.
     */
    public boolean isGoodFor(MailingList list, Headers headers) {
        return switch (by) {
            case NOTHING, LOOSE_SIGNATURE -> false;
            case SIGNATURE -> Recipients.of(headers).contains(list.address().email());
            case SERVER -> true;
        };
    }

    /** One word, for an attribute. */
    String stored() {
        return by.name().toLowerCase(Locale.ROOT) + (failsDmarc ? FAILS : "");
    }

    static SenderProof parse(String stored) {
        String by = stored.replace(FAILS, "").toUpperCase(Locale.ROOT);
        return new SenderProof(By.valueOf(by), stored.endsWith(FAILS));
    }
}
