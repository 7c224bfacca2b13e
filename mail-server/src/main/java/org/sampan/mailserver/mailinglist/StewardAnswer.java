package org.sampan.mailserver.mailinglist;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who looks after a list, and who may neither post nor join, as REST shows it; in a request, what is not named stays. */
record StewardAnswer(
        @Nullable List<String> owners,
        @Nullable List<String> moderators,
        @Nullable List<String> banned) {
    static StewardAnswer of(Set<EmailAddress> owners, Set<EmailAddress> moderators, Set<AddressPattern> banned) {
        return new StewardAnswer(
                texts(owners),
                texts(moderators),
                banned.stream().map(AddressPattern::text).toList());
    }

    Optional<Set<EmailAddress>> newOwners() {
        return addresses("owners", owners);
    }

    Optional<Set<EmailAddress>> newModerators() {
        return addresses("moderators", moderators);
    }

    Optional<Set<AddressPattern>> newBanned() {
        return Optional.ofNullable(banned)
                .map(texts -> texts.stream()
                        .map(StewardAnswer::pattern)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static AddressPattern pattern(@Nullable String text) {
        try {
            return new AddressPattern(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("banned: " + e.getMessage(), e);
        }
    }

    private static List<String> texts(Set<EmailAddress> addresses) {
        return addresses.stream().map(EmailAddress::written).toList();
    }

    private static Optional<Set<EmailAddress>> addresses(String field, @Nullable List<String> texts) {
        if (texts == null) {
            return Optional.empty();
        }
        Set<EmailAddress> addresses = new LinkedHashSet<>();
        for (String text : texts) {
            addresses.add(Optional.ofNullable(text)
                    .flatMap(EmailAddress::parse)
                    .orElseThrow(() -> new IllegalArgumentException(
                            field + ": not an e-mail address: '" + ListPath.shortened(String.valueOf(text)) + "'")));
        }
        return Optional.of(addresses);
    }
}
