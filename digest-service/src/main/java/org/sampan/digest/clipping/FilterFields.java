package org.sampan.digest.clipping;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A filter as fields of an address or a form: {@code state kind country topic language source q since until}. Blank ones count
 * as absent, unknown ones are left to others.
 */
public final class FilterFields {
    private static final String SINCE = "since";
    private static final String UNTIL = "until";
    private static final String EXAMPLE =
            " must be a day like 2026-11-22 or an instant like 2026-11-22T08:00:00Z, not ";

    private final Map<String, String> fields;
    private final ZoneId zone;

    private FilterFields(Map<String, String> fields, ZoneId zone) {
        this.fields = fields;
        this.zone = zone;
    }

    /**
     * @param zone in which days are meant
     * @throws BadFilter naming the field whose value cannot be
     */
    public static ClippingFilter read(Map<String, String> fields, ZoneId zone) {
        FilterFields given = new FilterFields(fields, zone);
        return new ClippingFilter(
                given.one("state", ClippingState::of),
                given.one("kind", Kind::of),
                given.one("country", Country::of),
                given.one(
                        "topic",
                        text -> Topic.list(text)
                                .filter(list -> list.size() == 1)
                                .map(list -> list.get(0))),
                given.one("language", FilterFields::language),
                given.one("source", FilterFields::address),
                given.text("q").orElse(""),
                given.text(SINCE).map(text -> given.moment(SINCE, text, 0)),
                given.text(UNTIL).map(text -> given.moment(UNTIL, text, 1)));
    }

    /** What {@link #read} would make the same filter of; only what is given. */
    public static Map<String, String> of(ClippingFilter filter) {
        Map<String, String> fields = new LinkedHashMap<>();
        filter.state().ifPresent(state -> fields.put("state", state.slug()));
        filter.kind().ifPresent(kind -> fields.put("kind", kind.slug()));
        filter.country().ifPresent(country -> fields.put("country", country.code()));
        filter.topic().ifPresent(topic -> fields.put("topic", topic.slug()));
        filter.language().ifPresent(language -> fields.put("language", language.getLanguage()));
        filter.source().ifPresent(source -> fields.put("source", source.toString()));
        if (!filter.words().isBlank()) {
            fields.put("q", filter.words());
        }
        filter.since().ifPresent(since -> fields.put(SINCE, since.toString()));
        filter.until().ifPresent(until -> fields.put(UNTIL, until.toString()));
        return fields;
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private <T> Optional<T> one(String name, Function<String, Optional<T>> reading) {
        return text(name)
                .map(text ->
                        reading.apply(text).orElseThrow(() -> new BadFilter(name, name + " cannot be '" + text + "'")));
    }

    private static Optional<Locale> language(String tag) {
        return Optional.of(Locale.forLanguageTag(tag))
                .filter(locale -> !locale.getLanguage().isEmpty());
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** A day is meant whole. */
    private Instant moment(String field, String text, int plusDays) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text)
                            .plusDays(plusDays)
                            .atStartOfDay(zone)
                            .toInstant();
        } catch (DateTimeException unreadable) {
            throw new BadFilter(field, field + EXAMPLE + text);
        }
    }
}
