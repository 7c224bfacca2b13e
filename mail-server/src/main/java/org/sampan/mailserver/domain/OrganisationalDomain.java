package org.sampan.mailserver.domain;

import com.google.common.net.InternetDomainName;
import java.net.IDN;
import java.util.Locale;

/**
 * What somebody registered (RFC 7489 section 3.2): one label more than the public suffix, by the public suffix list that comes
 * with Guava, its private section included, so that two customers of one host are not the same organisation.
 * {@code mail.farm.or.th} and {@code farm.or.th} are both of {@code farm.or.th}.
 *
 * @param name lower case, in ASCII
 */
public record OrganisationalDomain(String name) {
    /**
     * Never fails: what is no domain name, a public suffix, or an address in brackets is an organisation of its own.
     *
     * @param domain in any case and script; a dot at the end does no harm
     */
    public static OrganisationalDomain of(String domain) {
        String ascii = ascii(domain);
        try {
            return new OrganisationalDomain(registered(InternetDomainName.from(ascii)));
        } catch (IllegalArgumentException noDomainName) {
            return new OrganisationalDomain(ascii);
        }
    }

    /** Whether both belong to one organisation: what DMARC calls relaxed alignment (RFC 7489 section 3.1). */
    public static boolean sameFor(String domain, String other) {
        return of(domain).equals(of(other));
    }

    /** Lower case and in ASCII, as names are asked for and compared; what cannot be written so stays. */
    static String ascii(String domain) {
        String lower = domain.strip().toLowerCase(Locale.ROOT);
        String bare = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        try {
            return IDN.toASCII(bare).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notPossible) {
            return bare;
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private static String registered(InternetDomainName domain) {
        if (domain.isUnderPublicSuffix()) {
            return domain.topPrivateDomain().toString();
        }
        int labels = domain.parts().size();
        boolean listed = domain.hasPublicSuffix();
        // The list's rule for what it does not know: one label is the suffix.
        return listed || labels <= 2
                ? domain.toString()
                : String.join(".", domain.parts().subList(labels - 2, labels));
    }
}
