package org.sampan.mailserver.notice;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.mailinglist.ListSettings;

/**
 * What the words and templates of a notice can name.
 *
 * @param texts of the list, the reader, and the components of the content
 * @param rows components that are lists of records, for templates only
 */
record NoticeValues(Map<String, String> texts, Map<String, List<Map<String, String>>> rows) {
    /** Java knows how dates are written in these, and that Thai counts years from the Buddha; elsewhere the ISO date is understood best. */
    private static final Set<String> DATES = Set.of("en", "my", "zh", "km", "lo", "th", "vi");

    private static final int LONGEST = 300;

    static NoticeValues of(Notice notice, Locale locale) {
        ListSettings settings = notice.list().settings();
        ListAddress address = settings.address();
        Map<String, String> texts = new HashMap<>();
        texts.put("list", settings.name());
        texts.put("listName", address.name());
        texts.put("description", settings.description());
        texts.put("posting", word(settings.posting()));
        texts.put("joining", word(settings.joining()));
        texts.put("address", address.toString());
        texts.put("email", notice.recipient().written());
        texts.put("join", address.at(Role.JOIN).written());
        texts.put("leave", address.at(Role.LEAVE).written());
        texts.put("request", address.at(Role.REQUEST).written());
        texts.put("owner", address.at(Role.OWNER).written());
        Map<String, List<Map<String, String>>> rows = new HashMap<>();
        for (RecordComponent component : notice.content().getClass().getRecordComponents()) {
            Object value = value(component, notice.content());
            if (value instanceof List<?> records) {
                rows.put(
                        component.getName(),
                        records.stream().map(it -> row(it, locale)).toList());
                texts.put(component.getName(), Integer.toString(records.size()));
            } else {
                texts.put(component.getName(), text(value, locale));
            }
        }
        return new NoticeValues(texts, rows);
    }

    private static Map<String, String> row(Object record, Locale locale) {
        Map<String, String> row = new HashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            row.put(component.getName(), text(value(component, record), locale));
        }
        return row;
    }

    private static Object value(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a component of a record can be read", e);
        }
    }

    private static String text(Object value, Locale locale) {
        if (value instanceof Optional<?> known) {
            return known.map(it -> text(it, locale)).orElse("");
        }
        if (value instanceof Instant instant) {
            return date(instant, locale);
        }
        return value instanceof Enum<?> choice ? word(choice) : clean(String.valueOf(value));
    }

    private static String date(Instant instant, Locale locale) {
        DateTimeFormatter format = DATES.contains(locale.getLanguage())
                ? DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(spoken(locale))
                : DateTimeFormatter.ISO_LOCAL_DATE;
        return (locale.getLanguage().equals("th") ? format.withChronology(ThaiBuddhistChronology.INSTANCE) : format)
                .format(instant.atZone(ZoneOffset.UTC));
    }

    /** English as it is written in the region: the day first. */
    private static Locale spoken(Locale locale) {
        return locale.getLanguage().equals("en") ? Locale.UK : locale;
    }

    /**
     * What strangers wrote must not lay out our mail: no control characters but line ends, nothing that turns the direction of
     * writing, and no novel.
     */
    private static String clean(String text) {
        String clean = text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n]]", " ")
                .replaceAll("[\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff&&[^\\x{10000}-\\x{10ffff}]]", "");
        return clean.codePointCount(0, clean.length()) <= LONGEST
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
