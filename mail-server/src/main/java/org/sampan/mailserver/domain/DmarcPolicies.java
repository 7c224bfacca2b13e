package org.sampan.mailserver.domain;

/** Knows what domains ask for by DMARC. Safe for many threads. */
public interface DmarcPolicies {
    /**
     * The policy published for the domain, else the one for it at its {@link OrganisationalDomain}. Takes a few seconds at most;
     * never throws: without an answer it is {@link DmarcPolicy#UNKNOWN}.
     *
     * @param domain behind the @ of an author's address
     */
    DmarcPolicy of(String domain);
}
