package org.sampan.digest.account;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.mailserver.Person;
import org.sampan.digest.mailserver.PersonChange;
import org.sampan.digest.mailserver.Preferences;

/**
 * The part of the form that is the same for all lists.
 *
 * @param pausedUntil a day as browsers send it; empty: no pause
 */
public record ReaderChoices(
        String language,
        String timezone,
        String pausedUntil,
        boolean textOnly,
        boolean ownCopy,
        boolean skipWhenAddressed) {
    private static final List<String> NEAR = List.of(
            "Asia/Yangon",
            "Asia/Bangkok",
            "Asia/Vientiane",
            "Asia/Phnom_Penh",
            "Asia/Ho_Chi_Minh",
            "Asia/Kuala_Lumpur",
            "Asia/Singapore",
            "Asia/Jakarta",
            "Asia/Manila",
            "Asia/Hong_Kong",
            "Asia/Shanghai",
            "Asia/Taipei",
            "Asia/Seoul",
            "Asia/Tokyo",
            "Asia/Dhaka",
            "Asia/Kathmandu",
            "Asia/Kolkata",
            "Asia/Colombo",
            "Asia/Dubai",
            "Australia/Perth",
            "Australia/Sydney",
            "Pacific/Auckland",
            "Africa/Nairobi",
            "Europe/London",
            "Europe/Zurich",
            "America/New_York",
            "America/Los_Angeles",
            "UTC");

    /** As a browser sends it: boxes that are not ticked are missing. */
    public record Form(
            @Nullable String language,
            @Nullable String timezone,
            @Nullable String pausedUntil,
            @Nullable String textOnly,
            @Nullable String ownCopy,
            @Nullable String skipWhenAddressed) {
        PersonChange change() {
            return new ReaderChoices(
                            orEmpty(language),
                            orEmpty(timezone),
                            orEmpty(pausedUntil),
                            textOnly != null,
                            ownCopy != null,
                            skipWhenAddressed != null)
                    .change();
        }
    }

    static ReaderChoices of(Person person, Clock clock) {
        Preferences chosen = person.preferences();
        return new ReaderChoices(
                person.language(),
                person.timezone(),
                chosen.pausedUntil()
                        .filter(it -> it.isAfter(clock.instant()))
                        .map(it ->
                                it.atZone(zone(person.timezone())).toLocalDate().toString())
                        .orElse(""),
                chosen.textOnly(),
                chosen.ownCopy(),
                chosen.skipWhenAddressed());
    }

    private PersonChange change() {
        return new PersonChange(
                known(language) ? language : "",
                timezones().contains(timezone) ? timezone : "",
                new Preferences(pauseEnd(), textOnly, ownCopy, skipWhenAddressed));
    }

    /** Those of the region and a few more, and whatever was chosen before. */
    public List<String> timezones() {
        List<String> zones = new ArrayList<>(NEAR);
        if (!timezone.isEmpty()
                && !zones.contains(timezone)
                && ZoneId.getAvailableZoneIds().contains(timezone)) {
            zones.add(0, timezone);
        }
        return zones;
    }

    /** The reader's midnight at which the day begins. */
    private Optional<Instant> pauseEnd() {
        try {
            return pausedUntil.isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(pausedUntil)
                            .atStartOfDay(zone(timezone))
                            .toInstant());
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static ZoneId zone(String timezone) {
        return ZoneId.getAvailableZoneIds().contains(timezone) ? ZoneId.of(timezone) : ZoneOffset.UTC;
    }

    private static boolean known(String language) {
        return language.matches("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
