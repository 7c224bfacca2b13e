package org.sampan.digest.edition;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.settings.BadSettings;
import org.sampan.digest.settings.DeclaredEntry;
import org.sampan.digest.settings.DeclaredFile;
import org.sampan.digest.settings.Schedules;
import org.sampan.digest.settings.Settings;

/** The series that {@code config/editions.yaml} declares; the file rules, at every start. Immutable. */
public record SeriesCatalogue(List<Series> all) {
    private static final List<String> KEYS =
            List.of("slug", "name", "list", "language", "languages", "schedule", "timezone", "sections", "unattended");

    public SeriesCatalogue {
        all = List.copyOf(all);
    }

    public Optional<Series> find(String slug) {
        return all.stream().filter(series -> series.slug().equals(slug)).findFirst();
    }

    /**
     * @throws BadSettings naming every problem with its line
     */
    public static SeriesCatalogue read(Settings settings, Schedules schedules) {
        DeclaredFile file = DeclaredFile.read(settings.configFile("editions.yaml"));
        file.root().allowOnly(List.of("series"));
        List<Series> all = new ArrayList<>();
        Set<String> slugs = new HashSet<>();
        for (DeclaredEntry entry : file.root().entries("series")) {
            Series series = series(entry, schedules);
            if (!slugs.add(series.slug())) {
                entry.problem("slug", "'" + series.slug() + "' is another series already");
            }
            all.add(series);
        }
        file.refuseProblems();
        return new SeriesCatalogue(all);
    }

    private static Series series(DeclaredEntry entry, Schedules schedules) {
        entry.allowOnly(KEYS);
        String slug = entry.required("slug");
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            entry.problem("slug", "only a-z, 0-9 and hyphens: '" + slug + "'");
        }
        String list = entry.required("list");
        if (!list.matches("[a-z0-9]+([._-][a-z0-9]+)*")) {
            entry.problem("list", "the name of a list, without its domain: '" + list + "'");
        }
        return new Series(
                slug,
                entry.required("name"),
                list,
                languages(entry),
                entry.as("schedule", schedules::valid, "a Quartz cron expression (seconds first)"),
                entry.as("timezone", SeriesCatalogue::zone, "a time zone like Asia/Bangkok")
                        .orElse(ZoneId.of("UTC")),
                sections(entry),
                entry.flag("unattended", false));
    }

    private static List<Kind> sections(DeclaredEntry entry) {
        List<Kind> sections = entry.listAs("sections", Kind::of, "a kind of clipping");
        if (new HashSet<>(sections).size() < sections.size()) {
            entry.problem("sections", "names a kind twice");
        }
        return sections.isEmpty() ? List.of(Kind.values()) : sections;
    }

    private static List<Locale> languages(DeclaredEntry entry) {
        List<Locale> all = new ArrayList<>();
        entry.as("language", SeriesCatalogue::language, "a language tag like en or my")
                .ifPresent(all::add);
        for (Locale language : entry.listAs("languages", SeriesCatalogue::language, "a language tag like en or my")) {
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
}
