package org.sampan.digest.edition;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.clipping.Kind;

/**
 * A series of editions, as declared in {@code config/editions.yaml}.
 *
 * @param list the name of the list it goes to, without the domain
 * @param languages in which it is had, the first being the main one; at least one
 * @param schedule a Quartz cron expression in {@code timezone}
 * @param sections in printed order
 * @param unattended the schedule sends what it made; else it makes a draft for the desk
 * @param measures how much a mail may be
 * @param holidays when it does not appear
 * @param hours when its mails reach readers
 */
public record Series(
        String slug,
        String name,
        String list,
        List<Locale> languages,
        Optional<String> schedule,
        ZoneId timezone,
        List<Kind> sections,
        boolean unattended,
        Measures measures,
        Holidays holidays,
        DeliveryHours hours) {

    public Series {
        languages = List.copyOf(languages);
        sections = List.copyOf(sections);
    }

    /** With nothing out of the ordinary. */
    public Series(
            String slug,
            String name,
            String list,
            List<Locale> languages,
            Optional<String> schedule,
            ZoneId timezone,
            List<Kind> sections,
            boolean unattended) {
        this(
                slug,
                name,
                list,
                languages,
                schedule,
                timezone,
                sections,
                unattended,
                Measures.STANDARD,
                Holidays.NONE,
                DeliveryHours.ANY);
    }

    /** The one it is written in; others are had beside it. */
    public Locale mainLanguage() {
        return languages.get(0);
    }
}
