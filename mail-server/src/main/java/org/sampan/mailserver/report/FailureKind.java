package org.sampan.mailserver.report;

/** Why a copy did not arrive: what it says of the address, of us, or of this one mail. */
public enum FailureKind {
    /** The address does not work: no such mailbox or domain, or closed for good. */
    HARD,
    /** It did not work this time, or nobody said why: servers out of reach, time run out. */
    SOFT,
    /** The mailbox is full. */
    FULL,
    /** The other side does not want mail like ours: block lists, sender policies, too much at once, restricted recipients. */
    POLICY,
    /** This mail looked like spam or carried something harmful. */
    SPAM,
    /** This mail was too large, or of a form the other side does not take. */
    CONTENT
}
