package org.sampan.digest.render;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.spelling.Spelling;

/** What an edition says over and over in one language, each made once: days, countries, languages, where to read on. Not for several threads. */
final class Phrases {
    private final Spelling spelling;
    private final Wording wording;
    private final ZoneId zone;
    private final Map<LocalDate, String> days = new HashMap<>();
    private final Map<Country, String> countries = new HashMap<>();
    private final Map<Locale, String> languages = new HashMap<>();
    private final Map<String, String> hosts = new HashMap<>();

    Phrases(Spelling spelling, Wording wording, ZoneId zone) {
        this.spelling = spelling;
        this.wording = wording;
        this.zone = zone;
    }

    String day(Instant instant) {
        return days.computeIfAbsent(
                LocalDate.ofInstant(instant, zone), day -> spelling.day(instant, zone, wording.language()));
    }

    String country(Country country) {
        return countries.computeIfAbsent(country, it -> spelling.country(it, wording.language()));
    }

    /** Which language a text is in that is not in the reader's; empty when it is. */
    String foreign(Locale language) {
        return language.getLanguage().equals(wording.language().getLanguage())
                ? ""
                : languages.computeIfAbsent(
                        language, it -> wording.say("edition.in-language", spelling.language(it, wording.language())));
    }

    String readOn(String host) {
        return hosts.computeIfAbsent(host, it -> wording.say("edition.read-on", it));
    }
}
