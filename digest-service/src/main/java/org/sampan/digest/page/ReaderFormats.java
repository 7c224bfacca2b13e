package org.sampan.digest.page;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.clipping.Topic;
import org.sampan.digest.spelling.Spelling;

/**
 * Dates, countries and sizes as a reader of one language writes them. For one request: not for several threads.
 */
public final class ReaderFormats {
    private static final long KILO = 1000;

    private final Spelling spelling;
    private final Locale language;
    private final ULocale locale;
    private final ZoneId zone;

    public ReaderFormats(Spelling spelling, Locale language, ZoneId zone) {
        this.spelling = spelling;
        this.language = language;
        this.locale = ULocale.forLocale(Spelling.asWrittenInAsia(language));
        this.zone = zone;
    }

    /** For example 22 November 2026. */
    public String date(Instant instant) {
        return date(instant, zone);
    }

    /** The day it is in another zone. */
    public String date(Instant instant, ZoneId elsewhere) {
        return spelling.day(instant, elsewhere, language);
    }

    /** With the time, of 24 hours, and the name of the zone it is told in. */
    public String dateTime(Instant instant) {
        return dateTime(instant, zone);
    }

    /** The same moment as clocks in another zone show it. */
    public String dateTime(Instant instant, ZoneId elsewhere) {
        String zoneName = elsewhere.getRules().equals(ZoneOffset.UTC.getRules()) ? "z" : "zzzz";
        DateFormat time = DateFormat.getInstanceForSkeleton("Hm" + zoneName, locale);
        time.setTimeZone(TimeZone.getTimeZone(elsewhere.getId()));
        return date(instant, elsewhere) + ", " + time.format(Date.from(instant));
    }

    public String country(Country country) {
        return spelling.country(country, language);
    }

    public String topic(Topic topic) {
        return spelling.topic(topic, language);
    }

    /** What readers call it. */
    public String language(Locale other) {
        return LocaleDisplayNames.getInstance(locale).localeDisplayName(ULocale.forLocale(other));
    }

    /** @param tag as of BCP 47 */
    public String languageOf(String tag) {
        return language(Locale.forLanguageTag(tag));
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
}
