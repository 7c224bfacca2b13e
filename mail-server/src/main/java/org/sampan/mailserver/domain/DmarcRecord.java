package org.sampan.mailserver.domain;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sampan.mailserver.domain.DmarcPolicy.Wish;

/** The text that a domain publishes (RFC 7489 section 6.3), by lower-case tag. */
record DmarcRecord(Map<String, String> tags) {
    /** Empty when the text is no DMARC record; one without a readable policy asks for nothing. */
    static Optional<DmarcRecord> parse(String text) {
        Map<String, String> tags = new HashMap<>();
        for (String part : text.split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                tags.putIfAbsent(
                        part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        part.substring(equals + 1).strip().toLowerCase(Locale.ROOT));
            }
        }
        boolean first = text.strip().toLowerCase(Locale.ROOT).matches("v\\s*=\\s*dmarc1\\s*(;.*)?");
        return first ? Optional.of(new DmarcRecord(Map.copyOf(tags))) : Optional.empty();
    }

    DmarcPolicy forDomain() {
        return policy(tags.getOrDefault("p", ""));
    }

    /** For names below the one that published it. */
    DmarcPolicy forSubdomains() {
        return policy(tags.getOrDefault("sp", tags.getOrDefault("p", "")));
    }

    private DmarcPolicy policy(String wish) {
        return new DmarcPolicy(
                switch (wish) {
                    case "reject" -> Wish.REJECT;
                    case "quarantine" -> Wish.QUARANTINE;
                    default -> Wish.NONE;
                },
                "s".equals(tags.get("adkim")),
                "s".equals(tags.get("aspf")));
    }
}
