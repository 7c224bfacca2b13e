package org.sampan.mailserver.notice;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.mailinglist.ListSettings;

/** What the words and templates of a notice can name: the list, the reader, and the components of its content. */
final class NoticeValues {
    /** Java knows how dates are written in these; elsewhere the ISO date is understood best. */
    private static final Set<String> DATES = Set.of("en", "my", "zh", "km", "lo", "th", "vi");

    private static final int LONGEST = 300;

    private NoticeValues() {}

    static Map<String, String> of(Notice notice, Locale locale) {
        ListSettings settings = notice.list().settings();
        ListAddress address = settings.address();
        Map<String, String> values = new HashMap<>();
        values.put("list", settings.name());
        values.put("listName", address.name());
        values.put("description", settings.description());
        values.put("posting", word(settings.posting()));
        values.put("joining", word(settings.joining()));
        values.put("address", address.toString());
        values.put("email", notice.recipient().written());
        values.put("join", address.at(Role.JOIN).written());
        values.put("leave", address.at(Role.LEAVE).written());
        values.put("request", address.at(Role.REQUEST).written());
        values.put("owner", address.at(Role.OWNER).written());
        for (RecordComponent component : notice.content().getClass().getRecordComponents()) {
            values.put(component.getName(), clean(text(component, notice.content(), locale)));
        }
        return values;
    }

    private static String text(RecordComponent component, NoticeContent content, Locale locale) {
        try {
            Object value = component.getAccessor().invoke(content);
            if (value instanceof Instant instant) {
                return date(instant, locale);
            }
            return value instanceof Enum<?> choice ? word(choice) : String.valueOf(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a component of a record can be read", e);
        }
    }

    private static String date(Instant instant, Locale locale) {
        DateTimeFormatter format = DATES.contains(locale.getLanguage())
                ? DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale)
                : DateTimeFormatter.ISO_LOCAL_DATE;
        return format.format(instant.atZone(ZoneOffset.UTC));
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
