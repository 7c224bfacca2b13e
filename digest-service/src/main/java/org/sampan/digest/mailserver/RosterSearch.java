package org.sampan.digest.mailserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which members of a list; what is empty leaves the choice to the others.
 *
 * @param q part of address, name or organisation
 * @param mode a {@link DeliveryMode#word}
 * @param standing a {@link Standing#word}
 * @param after the last address of the page before
 */
public record RosterSearch(String q, String mode, String country, String organisation, String standing, String after) {
    /** What is no mode, standing or address is as if it were empty. */
    public RosterSearch {
        q = q.strip();
        mode = DeliveryMode.parse(mode).map(DeliveryMode::word).orElse("");
        standing = Standing.parse(standing).map(Standing::word).orElse("");
        after = EmailAddress.parse(after).map(EmailAddress::text).orElse("");
    }

    /** Whether everybody is meant. */
    public boolean isAll() {
        return (q + mode + country + organisation + standing).isEmpty();
    }

    /** The same from its start. */
    RosterSearch firstPage() {
        return new RosterSearch(q, mode, country, organisation, standing, "");
    }

    /** How a member stands to a list. */
    public enum Standing {
        ACTIVE,
        SUSPENDED,
        MODERATED,
        PAUSED,
        WARNED,
        PROBED,
        BOUNCING;

        /** As in the contract. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Standing> parse(String word) {
            return List.of(values()).stream()
                    .filter(it -> it.word().equals(word))
                    .findFirst();
        }
    }

    /** As it stands behind the question mark; {@code names} takes the values in their order. */
    String query(List<Object> names) {
        List<String> parts = new ArrayList<>();
        add(parts, names, "q", q);
        add(parts, names, "mode", mode);
        add(parts, names, "country", country);
        add(parts, names, "organisation", organisation);
        add(parts, names, "standing", standing);
        add(parts, names, "after", after);
        return String.join("&", parts);
    }

    private static void add(List<String> parts, List<Object> names, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "={" + name + "}");
            names.add(value);
        }
    }
}
