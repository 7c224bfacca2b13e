package org.sampan.digest.listdigest;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import java.util.ResourceBundle;

/** The few words of a digest in a list's language; English where it is not known. */
public final class DigestWords {
    private final Locale language;
    private final ResourceBundle texts;

    private DigestWords(Locale language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                "org.sampan.digest.listdigest.words",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** @param tag BCP 47; may be empty */
    public static DigestWords in(String tag) {
        return new DigestWords(Locale.forLanguageTag(tag.isEmpty() ? "en" : tag));
    }

    public Locale language() {
        return language;
    }

    public String get(String key, Object... values) {
        return new MessageFormat(texts.getString(key), language).format(values);
    }

    /** As the language's readers are used to; Thai years count from the Buddha. */
    String day(Instant moment, ZoneId zone) {
        DateFormat format = DateFormat.getDateInstance(DateFormat.FULL, dates());
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return format.format(Date.from(moment));
    }

    private ULocale dates() {
        String known = texts.getLocale().getLanguage();
        return switch (known) {
            case "" -> ULocale.UK;
            case "th" -> new ULocale("th_TH@calendar=buddhist");
            default -> new ULocale(known);
        };
    }
}
