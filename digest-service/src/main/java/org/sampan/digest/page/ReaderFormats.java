package org.sampan.digest.page;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;

/**
 * Dates and sizes as a reader of one language writes them (Buddhist years in Thai). For one request: not for several
 * threads.
 */
public final class ReaderFormats {
    private static final String DAY_MONTH_YEAR = "d MMMM y";
    private static final long KILO = 1000;

    private final ULocale locale;
    private final ZoneId zone;

    public ReaderFormats(Locale language, ZoneId zone) {
        // Day before month and 24 hours, as English is written in Asia.
        this.locale = ULocale.forLocale(language.equals(Locale.ENGLISH) ? Locale.UK : language);
        this.zone = zone;
    }

    /** For example 22 November 2026. */
    public String date(Instant instant) {
        return date(instant, zone);
    }

    /** The day it is in another zone. */
    public String date(Instant instant, ZoneId elsewhere) {
        // Unicode's data have the months of Shan, but not yet their place.
        boolean isShan = locale.getLanguage().equals("shn");
        return format(
                isShan
                        ? new SimpleDateFormat(DAY_MONTH_YEAR, locale)
                        : DateFormat.getDateInstance(DateFormat.LONG, locale),
                instant,
                elsewhere);
    }

    /** With the time and the zone it is told in. */
    public String dateTime(Instant instant) {
        return date(instant) + ", " + format(DateFormat.getInstanceForSkeleton("jmz", locale), instant, zone);
    }

    /** With the digits and separators of the language. */
    public String number(long number) {
        return NumberFormatter.withLocale(locale).format(number).toString();
    }

    /** @param bytes shown in B, kB or MB of thousands */
    public String size(long bytes) {
        LocalizedNumberFormatter numbers = NumberFormatter.withLocale(locale).precision(Precision.maxFraction(1));
        if (bytes < KILO) {
            return numbers.unit(MeasureUnit.BYTE).format(bytes).toString();
        }
        return bytes < KILO * KILO
                ? numbers.unit(MeasureUnit.KILOBYTE)
                        .precision(Precision.integer())
                        .format(bytes / (double) KILO)
                        .toString()
                : numbers.unit(MeasureUnit.MEGABYTE)
                        .format(bytes / (double) (KILO * KILO))
                        .toString();
    }

    private static String format(DateFormat format, Instant instant, ZoneId zone) {
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return format.format(Date.from(instant));
    }
}
