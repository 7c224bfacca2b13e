package org.sampan.mailserver.membership;

import java.time.Instant;
import java.util.List;
import org.sampan.mailserver.mailinglist.EmailAddress;

/** What the contract's sample shows, of everybody. */
final class SampleBounces implements BounceHistory {
    private static final String LIST = "members@lists.example";
    private static final Instant THEN = Instant.parse("2026-11-20T00:00:00Z");

    @Override
    public List<Seen> seen(EmailAddress email) {
        return List.of(new Seen(THEN, LIST, "hard", "5.1.1", "550 5.1.1 No such user", 1, false));
    }

    @Override
    public List<Trouble> troubles(EmailAddress email) {
        return List.of(new Trouble(LIST, "suspended", THEN, Instant.parse("2027-01-15T00:00:00Z")));
    }
}
