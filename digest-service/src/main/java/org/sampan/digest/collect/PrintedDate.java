package org.sampan.digest.collect;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date as newspapers of the region print it. */
final class PrintedDate {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> THAI_MONTHS = List.of(
            "มกราคม",
            "กุมภาพันธ์",
            "มีนาคม",
            "เมษายน",
            "พฤษภาคม",
            "มิถุนายน",
            "กรกฎาคม",
            "สิงหาคม",
            "กันยายน",
            "ตุลาคม",
            "พฤศจิกายน",
            "ธันวาคม");
    private static final int BUDDHIST_ERA = 543;

    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?i)(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTH + ",? (\\d{4})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?i)" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern THAI =
            Pattern.compile("(\\d{1,2}) (" + String.join("|", THAI_MONTHS) + ") (?:พ\\.ศ\\. ?)?(\\d{4})");
    private static final Pattern VIETNAMESE = Pattern.compile("(?i)ngày (\\d{1,2}) tháng (\\d{1,2}) năm (\\d{4})");
    private static final Pattern CHINESE = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})日");
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

    private PrintedDate() {}

    /** The first date in the text. */
    static Optional<LocalDate> in(String text) {
        String line = text.replace('\u00a0', ' ').toLowerCase(Locale.ROOT);
        return first(DAY_FIRST, line, m -> date(m.group(3), english(m.group(2)), m.group(1)))
                .or(() -> first(MONTH_FIRST, line, m -> date(m.group(3), english(m.group(1)), m.group(2))))
                .or(() -> first(ISO, line, m -> date(m.group(1), m.group(2), m.group(3))))
                .or(() -> first(THAI, line, m -> date(m.group(3), thai(m.group(2)), m.group(1))))
                .or(() -> first(VIETNAMESE, line, m -> date(m.group(3), m.group(2), m.group(1))))
                .or(() -> first(CHINESE, line, m -> date(m.group(1), m.group(2), m.group(3))))
                .or(() -> first(SLASHES, line, m -> date(m.group(3), m.group(2), m.group(1))));
    }

    /** The date that the text is, and nothing else. */
    static Optional<LocalDate> alone(String text) {
        boolean shortEnough = text.length() <= "Wednesday, the 27th of September, 2017".length();
        return shortEnough ? in(text) : Optional.empty();
    }

    /** A moment at which it is that day in every time zone but those furthest east: nobody prints which one is meant. */
    static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    private static Optional<LocalDate> first(
            Pattern pattern, String line, Function<Matcher, Optional<LocalDate>> reader) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find() ? reader.apply(matcher) : Optional.empty();
    }

    private static String english(String month) {
        return Integer.toString(MONTHS.indexOf(month) + 1);
    }

    private static String thai(String month) {
        return Integer.toString(THAI_MONTHS.indexOf(month) + 1);
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            int counted = Integer.parseInt(year);
            int common = counted > 2400 ? counted - BUDDHIST_ERA : counted;
            return Optional.of(LocalDate.of(common, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
