package org.sampan.digest.edition;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.settings.DeclaredEntry;
import org.sampan.digest.settings.Schedules;

/** One series of {@code editions.yaml}; what is wrong with it is remembered in the file, with its line. */
final class SeriesReader {
    static final List<String> KEYS = List.of(
            "slug",
            "name",
            "list",
            "language",
            "languages",
            "schedule",
            "timezone",
            "sections",
            "unattended",
            "budget",
            "excerpt",
            "holidays",
            "onHoliday",
            "deliver",
            "quiet");
    /** What stands beside the series under /news. */
    private static final Set<String> PAGES = Set.of("items", "kinds", "topics", "countries", "languages");

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,4}) ?kB");
    private static final Pattern AT = Pattern.compile("at ([0-9]{2}:[0-9]{2})");
    private static final Pattern HOURS = Pattern.compile("([0-9]{2}:[0-9]{2}) ?- ?([0-9]{2}:[0-9]{2})");
    private static final int LEAST_BUDGET = 20;
    private static final int LEAST_EXCERPT = 60;
    private static final int MOST_EXCERPT = 5_000;

    private final DeclaredEntry entry;
    private final Schedules schedules;
    private final HolidayReader holidays;
    private final ZoneId network;

    SeriesReader(DeclaredEntry entry, Schedules schedules, HolidayReader holidays, ZoneId network) {
        this.entry = entry;
        this.schedules = schedules;
        this.holidays = holidays;
        this.network = network;
    }

    Series read() {
        entry.allowOnly(KEYS);
        return new Series(
                slug(),
                entry.required("name"),
                list(),
                languages(),
                entry.as("schedule", schedules::valid, "a Quartz cron expression (seconds first)"),
                entry.as("timezone", SeriesReader::zone, "a time zone like Asia/Bangkok")
                        .orElse(network),
                sections(),
                entry.flag("unattended", false),
                new Measures(
                        entry.as("budget", SeriesReader::bytes, "a size from 20 kB to 9999 kB")
                                .orElse(Measures.STANDARD.budget()),
                        entry.as("excerpt", SeriesReader::excerpt, "a number of characters from 60 to 5000")),
                holidays.read(entry),
                new DeliveryHours(
                        entry.as("deliver", SeriesReader::at, "a time like: at 07:00"),
                        entry.as("quiet", SeriesReader::quiet, "hours like 21:00-07:00")));
    }

    private String slug() {
        String slug = entry.required("slug");
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            entry.problem("slug", "only a-z, 0-9 and hyphens: '" + slug + "'");
        }
        if (PAGES.contains(slug)) {
            entry.problem("slug", "'" + slug + "' is the address of other pages of the news");
        }
        return slug;
    }

    private String list() {
        String list = entry.required("list");
        if (!list.matches("[a-z0-9]+([._-][a-z0-9]+)*")) {
            entry.problem("list", "the name of a list, without its domain: '" + list + "'");
        }
        return list;
    }

    private List<Kind> sections() {
        List<Kind> sections = entry.listAs("sections", Kind::of, "a kind of clipping");
        if (new HashSet<>(sections).size() < sections.size()) {
            entry.problem("sections", "names a kind twice");
        }
        return sections.isEmpty() ? List.of(Kind.values()) : sections;
    }

    private List<Locale> languages() {
        List<Locale> all = new ArrayList<>();
        entry.as("language", SeriesReader::language, "a language tag like en or my")
                .ifPresent(all::add);
        for (Locale language : entry.listAs("languages", SeriesReader::language, "a language tag like en or my")) {
            if (!all.contains(language)) {
                all.add(language);
            }
        }
        if (all.isEmpty()) {
            entry.problem("language", "missing");
        }
        return all;
    }

    private static Optional<Locale> language(String tag) {
        return tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
                ? Optional.of(Locale.forLanguageTag(tag))
                : Optional.empty();
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> bytes(String text) {
        return Optional.of(SIZE.matcher(text))
                .filter(Matcher::matches)
                .map(size -> Integer.parseInt(size.group(1)))
                .filter(kilobytes -> kilobytes >= LEAST_BUDGET)
                .map(kilobytes -> kilobytes * 1000);
    }

    private static Optional<Integer> excerpt(String text) {
        return Optional.of(text)
                .filter(it -> it.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .filter(it -> it >= LEAST_EXCERPT && it <= MOST_EXCERPT);
    }

    private static Optional<LocalTime> at(String text) {
        Matcher at = AT.matcher(text);
        return at.matches() ? time(at.group(1)) : Optional.empty();
    }

    private static Optional<DeliveryHours.Quiet> quiet(String text) {
        Matcher hours = HOURS.matcher(text);
        if (!hours.matches()) {
            return Optional.empty();
        }
        return time(hours.group(1))
                .flatMap(from -> time(hours.group(2))
                        .filter(until -> !until.equals(from))
                        .map(until -> new DeliveryHours.Quiet(from, until)));
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
