package org.sampan.mailserver.membership;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns a file of members may have, in any order. */
enum MemberColumn {
    EMAIL,
    NAME,
    ORGANISATION,
    COUNTRY,
    LANGUAGE,
    TIMEZONE,
    MODE;

    static Optional<MemberColumn> named(String header) {
        return Arrays.stream(values())
                .filter(it -> it.header().equals(header.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(MemberColumn::header).collect(Collectors.joining(", "));
    }

    String header() {
        return name().toLowerCase(Locale.ROOT);
    }
}
