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
 */
public record Series(
        String slug,
        String name,
        String list,
        List<Locale> languages,
        Optional<String> schedule,
        ZoneId timezone,
        List<Kind> sections,
        boolean unattended) {

    public Series {
        languages = List.copyOf(languages);
        sections = List.copyOf(sections);
    }

    public String listAddress(String domain) {
        return list + "@" + domain;
    }
}
