package org.sampan.digest.render;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Set;

/** Dates as readers of a language are used to: Thai ones count from the Buddha, Shan ones are given in figures. */
final class PrintedDates {
    /** Languages whose month names ICU does not know. */
    private static final Set<String> FIGURES_ONLY = Set.of("shn");

    private final Locale language;
    private final ZoneId zone;

    PrintedDates(Locale language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    String day(Instant instant) {
        if (FIGURES_ONLY.contains(language.getLanguage())) {
            return DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT)
                    .withZone(zone)
                    .format(instant);
        }
        ULocale locale = language.getLanguage().equals("th")
                ? new ULocale("th_TH@calendar=buddhist")
                : ULocale.forLocale(language);
        DateFormat format = DateFormat.getDateInstance(DateFormat.LONG, british(locale));
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return format.format(Date.from(instant));
    }

    /** The region writes "22 November 2026", not "November 22, 2026". */
    private static ULocale british(ULocale locale) {
        return locale.getName().equals("en") ? ULocale.UK : locale;
    }
}
