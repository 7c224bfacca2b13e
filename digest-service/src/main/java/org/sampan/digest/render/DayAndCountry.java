package org.sampan.digest.render;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.spelling.Spelling;

/** Days and countries spelled for one language, each once: an edition names the same few over and over. Not for several threads. */
final class DayAndCountry {
    private final Spelling spelling;
    private final Locale language;
    private final ZoneId zone;
    private final Map<LocalDate, String> days = new HashMap<>();
    private final Map<Country, String> countries = new HashMap<>();

    DayAndCountry(Spelling spelling, Locale language, ZoneId zone) {
        this.spelling = spelling;
        this.language = language;
        this.zone = zone;
    }

    String day(Instant instant) {
        return days.computeIfAbsent(LocalDate.ofInstant(instant, zone), day -> spelling.day(instant, zone, language));
    }

    String country(Country country) {
        return countries.computeIfAbsent(country, it -> spelling.country(it, language));
    }
}
