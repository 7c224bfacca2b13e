package org.sampan.digest.owner;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.mailserver.RosterSearch;

/** Which members an owner looks for, as it stands in the page's address. */
record SearchForm(
        @Nullable String q,
        @Nullable String mode,
        @Nullable String country,
        @Nullable String organisation,
        @Nullable String standing,
        @Nullable String after) {
    private static final int LONGEST = 200;

    RosterSearch search() {
        return new RosterSearch(text(q), text(mode), text(country), text(organisation), text(standing), text(after));
    }

    /** The filters of a search, as they stand behind the question mark of the next page and the file. */
    static String query(RosterSearch search) {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("q", search.q());
        filters.put("mode", search.mode());
        filters.put("country", search.country());
        filters.put("organisation", search.organisation());
        filters.put("standing", search.standing());
        return filters.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST));
    }
}
