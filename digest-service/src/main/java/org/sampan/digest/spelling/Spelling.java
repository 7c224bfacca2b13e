package org.sampan.digest.spelling;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.clipping.Topic;
import org.sampan.digest.settings.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How dates, countries, languages and topics are written in each language: as {@code config/words/spelling.yaml} wants it, else as
 * Unicode's data have it, which count years from the Buddha in Thai. Read once; immutable.
 */
@Component
public final class Spelling {
    private final Map<String, Habits> habits;

    /** What the file says of one language. */
    record Habits(Optional<String> date, Map<Country, String> countries, Map<Topic, String> topics) {
        static final Habits NONE = new Habits(Optional.empty(), Map.of(), Map.of());
    }

    /** @throws org.sampan.digest.settings.BadSettings naming every problem of the file with its line */
    @Autowired
    public Spelling(Settings settings) {
        this(new SpellingFile(settings.configFile("words")).habits());
    }

    Spelling(Map<String, Habits> habits) {
        this.habits = habits;
    }

    public String country(Country country, Locale language) {
        String own = of(language).countries().get(country);
        return own != null
                ? own
                : LocaleDisplayNames.getInstance(ULocale.forLocale(language), DisplayContext.LENGTH_SHORT)
                        .regionDisplayName(country.code());
    }

    /** For readers of {@code reader}; in its own letters when Unicode's data have no name in theirs. */
    public String language(Locale language, Locale reader) {
        String code = ULocale.forLocale(language).getLanguage();
        String name = LocaleDisplayNames.getInstance(ULocale.forLocale(reader)).languageDisplayName(code);
        return name.equals(code) ? ULocale.getDisplayLanguage(code, code) : name;
    }

    /** As the file calls it in the language, or in English; else its own short name. */
    public String topic(Topic topic, Locale language) {
        return Stream.of(language, Locale.ENGLISH)
                .flatMap(one -> Optional.ofNullable(of(one).topics().get(topic)).stream())
                .findFirst()
                .orElseGet(() -> topic.slug().replace('-', ' '));
    }

    /** The day it is in {@code zone}, for example 22 November 2026. */
    public String day(Instant instant, ZoneId zone, Locale language) {
        ULocale locale = ULocale.forLocale(asWrittenInAsia(language));
        DateFormat format = of(language)
                .date()
                .<DateFormat>map(pattern -> new SimpleDateFormat(pattern, locale))
                .orElseGet(() -> DateFormat.getDateInstance(DateFormat.LONG, locale));
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return format.format(Date.from(instant));
    }

    /** Day before month and 24 hours. */
    public static Locale asWrittenInAsia(Locale language) {
        return language.equals(Locale.ENGLISH) ? Locale.UK : language;
    }

    private Habits of(Locale language) {
        return habits.getOrDefault(language.getLanguage(), Habits.NONE);
    }
}
