package org.sampan.mailserver.migration;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line an mbox puts before each message (RFC 4155): who sent it and when it was put there.
 *
 * @param line its number in the file
 */
record FromLine(String text, long line) {
    private static final int LONGEST = 1000;
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final String MONTH = "(?<month>" + String.join("|", MONTHS) + ")";
    private static final Pattern DATE = Pattern.compile("(Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +" + MONTH
            + " +(?<day>\\d{1,2}) +(?<hour>\\d{1,2}:\\d{2}(:\\d{2})?)( +[A-Za-z]\\S*)? +(?<year>\\d{4})"
            + "( +(?<offset>[+-]\\d{4}))?$");
    /** As some programs write it. */
    private static final Pattern HOUR_AND_YEAR = Pattern.compile(
            "^From \\S.*(\\b\\d{1,2}:\\d{2}\\b.*\\b(19|20)\\d{2}\\b|\\b(19|20)\\d{2}\\b.*\\b\\d{1,2}:\\d{2}\\b).*");

    private static final Pattern FIELD = Pattern.compile("^[!-9;-~]{1,200}[ \t]*:.*", Pattern.DOTALL);

    /** @param afterEmpty an empty line stands before it; then more forms are believed */
    static Optional<FromLine> of(byte[] line, long number, boolean afterEmpty) {
        if (line.length > LONGEST || !startsWith(line, 0)) {
            return Optional.empty();
        }
        String text = new String(line, StandardCharsets.ISO_8859_1);
        boolean isOne = DATE.matcher(text).find()
                || afterEmpty && HOUR_AND_YEAR.matcher(text).matches();
        return isOne ? Optional.of(new FromLine(text, number)) : Optional.empty();
    }

    /** When the message was put into the mbox; where no zone is named, as if in UTC. */
    static Optional<Instant> date(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.find()) {
            return Optional.empty();
        }
        try {
            String hour = date.group("hour");
            String offset = date.group("offset");
            return Optional.of(LocalDate.of(
                            Integer.parseInt(date.group("year")),
                            MONTHS.indexOf(date.group("month")) + 1,
                            Integer.parseInt(date.group("day")))
                    .atTime(LocalTime.parse(hour.indexOf(':') == 1 ? "0" + hour : hour))
                    .toInstant(offset == null ? ZoneOffset.UTC : ZoneOffset.of(offset)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** What must stand behind it. */
    static boolean isHeaderField(byte[] line) {
        String begin = new String(line, 0, Math.min(line.length, LONGEST), StandardCharsets.ISO_8859_1);
        return FIELD.matcher(begin).matches();
    }

    /** A line of a message that began with From, however often quoted. */
    static boolean isQuoted(byte[] line) {
        int at = 0;
        while (at < line.length && line[at] == '>') {
            at++;
        }
        return at > 0 && startsWith(line, at);
    }

    private static boolean startsWith(byte[] line, int at) {
        if (line.length - at < FROM.length) {
            return false;
        }
        for (int i = 0; i < FROM.length; i++) {
            if (line[at + i] != FROM[i]) {
                return false;
            }
        }
        return true;
    }
}
