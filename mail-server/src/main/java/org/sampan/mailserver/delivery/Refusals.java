package org.sampan.mailserver.delivery;

import org.sampan.mailserver.mailinglist.VerpAddress;

/** Told of each copy that another server refused for good, or that expired; the bounce stage listens here. */
public interface Refusals {
    /**
     * Must not throw; may be called twice for one copy after a crash.
     *
     * @param copy which delivery and person; person 0 for a notice
     * @param reply the other server's own words with code: {@code 550 5.1.1 unknown user}
     */
    void refused(VerpAddress copy, String reply);
}
