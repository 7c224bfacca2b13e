package org.sampan.mailserver.domain;

/**
 * What a domain's owner asks of those who take mail in its name (RFC 7489 section 6.3).
 *
 * @param strictDkim a signature counts only of the very domain, not of one of the same organisation
 * @param strictSpf the same of the envelope's domain
 */
public record DmarcPolicy(Wish wish, boolean strictDkim, boolean strictSpf) {
    /** Nothing is asked: also of domains that say nothing. */
    public static final DmarcPolicy NONE = new DmarcPolicy(Wish.NONE, false, false);
    /** The name servers did not answer in time. */
    public static final DmarcPolicy UNKNOWN = new DmarcPolicy(Wish.UNKNOWN, false, false);

    /** What is to become of mail that is not proven to be the domain's. */
    public enum Wish {
        NONE,
        QUARANTINE,
        REJECT,
        UNKNOWN
    }

    /** Whether mail that is not proven is lost or lies in a spam folder. Percentages are not read: some servers do not either. */
    public boolean isEnforced() {
        return wish == Wish.QUARANTINE || wish == Wish.REJECT;
    }
}
