package org.sampan.mailserver.membership;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;

/** The rosters of the lists, as owners look through them. Safe for many threads. */
public interface Rosters {
    /**
     * A page of a roster by address.
     *
     * @param after the last address of the page before; empty: from the start
     * @param limit 1 to 10,000
     */
    List<Subscription> page(MailingList list, Filter filter, Optional<EmailAddress> after, int limit);

    /**
     * How many members there are of each kind among those found. Of what one is chosen, the others are counted as well, as if it
     * were not: how many there would be with another choice. For a large list this takes a second or two, so the answer is kept
     * sixty times as long as it took.
     */
    Facets facets(MailingList list, Filter filter);

    /**
     * Which members; an empty field leaves the choice to the others.
     *
     * @param text part of address, name or organisation in any case; empty: all
     */
    record Filter(
            String text,
            Optional<DeliveryMode> mode,
            Optional<String> country,
            Optional<String> organisation,
            Optional<Standing> standing) {
        public static final Filter ALL =
                new Filter("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        Filter withoutMode() {
            return new Filter(text, Optional.empty(), country, organisation, standing);
        }

        Filter withoutCountry() {
            return new Filter(text, mode, Optional.empty(), organisation, standing);
        }

        Filter withoutOrganisation() {
            return new Filter(text, mode, country, Optional.empty(), standing);
        }

        Filter withoutStanding() {
            return new Filter(text, mode, country, organisation, Optional.empty());
        }
    }

    /** How a member stands to the list. */
    enum Standing {
        ACTIVE,
        SUSPENDED,
        /** Posts wait for a moderator. */
        MODERATED,
        /** By the member's own wish nothing is sent for a while. */
        PAUSED,
        /** Mail came back, and the member was told. */
        WARNED,
        /** A trial mail is out. */
        PROBED,
        /** Something came back lately: the score is above zero. */
        BOUNCING;

        /** As in REST. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How many members there are of each kind, most first. Members of whom nothing is known are in no kind.
     *
     * @param members all that were found
     * @param organisations the hundred with most members
     * @param standings those with any
     */
    record Facets(
            long members,
            List<Facet> countries,
            List<Facet> organisations,
            List<Facet> modes,
            List<Facet> standings,
            Instant countedAt) {}

    record Facet(String value, long members) {}
}
