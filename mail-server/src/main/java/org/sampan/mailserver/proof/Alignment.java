package org.sampan.mailserver.proof;

import java.util.List;
import org.sampan.mailserver.domain.DmarcPolicies;
import org.sampan.mailserver.domain.DmarcPolicy;
import org.sampan.mailserver.domain.DnsTroubleException;
import org.sampan.mailserver.domain.OrganisationalDomain;

/**
 * The domains a mail names in From, and whether what was proven is about them (RFC 7489 section 3.1): the same domain, or one of the
 * same organisation unless its DMARC policy is strict. Immutable.
 */
record Alignment(List<Author> authors) {
    /** @param policy of the domain */
    record Author(String domain, DmarcPolicy policy) {}

    /**
     * @param domains at least one
     * @throws DnsTroubleException when a policy cannot be looked up
     */
    static Alignment of(List<String> domains, DmarcPolicies policies) {
        List<Author> authors =
                domains.stream().map(it -> new Author(it, policies.of(it))).toList();
        if (authors.stream().anyMatch(it -> it.policy().wish() == DmarcPolicy.Wish.UNKNOWN)) {
            throw new DnsTroubleException("a DMARC policy cannot be looked up");
        }
        return new Alignment(authors);
    }

    boolean isSignedFor(String signer) {
        return authors.stream()
                .allMatch(it -> isAligned(it.domain(), signer, it.policy().strictDkim()));
    }

    boolean isSentFor(String sender) {
        return authors.stream()
                .allMatch(it -> isAligned(it.domain(), sender, it.policy().strictSpf()));
    }

    boolean isEnforced() {
        return authors.stream().anyMatch(it -> it.policy().isEnforced());
    }

    private static boolean isAligned(String from, String proven, boolean strict) {
        return from.equalsIgnoreCase(proven) || !strict && OrganisationalDomain.sameFor(from, proven);
    }
}
