package org.sampan.digest.source;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.settings.BadSettings;
import org.sampan.digest.settings.DeclaredEntry;
import org.sampan.digest.settings.DeclaredFile;
import org.sampan.digest.settings.Schedules;
import org.sampan.digest.settings.Settings;

/**
 * What {@code config/sources.yaml} declares.
 *
 * @param schedule when to collect, a Quartz cron expression in UTC
 */
public record DeclaredSources(Optional<String> schedule, List<NewSource> sources) {
    private static final String KIND =
            "a kind (press-release, statement, publication, news-clipping, activity, invitation)";

    public DeclaredSources {
        sources = List.copyOf(sources);
    }

    /**
     * @throws BadSettings naming every problem with its line
     */
    public static DeclaredSources read(Settings settings, Schedules schedules) {
        DeclaredFile file = DeclaredFile.read(settings.configFile("sources.yaml"));
        file.root().allowOnly(List.of("schedule", "sources"));
        Optional<String> schedule = file.root().as("schedule", schedules::valid, "a Quartz cron expression");
        List<NewSource> sources = new ArrayList<>();
        for (DeclaredEntry entry : file.root().entries("sources")) {
            entry.allowOnly(List.of("url", "name", "kind", "categories", "excerpt", "rights"));
            URI url = entry.as("url", DeclaredSources::feedUrl, "an https:, http: or file: address")
                    .orElseGet(() -> URI.create(entry.required("url").isEmpty() ? "missing" : "bad"));
            sources.add(new NewSource(
                    url,
                    entry.text("name").orElse(nameOf(url)),
                    entry.as("kind", Kind::of, KIND),
                    categories(entry),
                    entry.as("excerpt", NewSource::excerpt, "a number of letters from 40 to 2000"),
                    entry.as("rights", NewSource::rights, "a line of at most 200 letters")));
        }
        file.refuseProblems();
        return new DeclaredSources(schedule, sources);
    }

    private static Map<String, Kind> categories(DeclaredEntry entry) {
        DeclaredEntry declared = entry.entry("categories");
        Map<String, Kind> categories = new HashMap<>();
        for (String category : declared.keys()) {
            declared.as(category, Kind::of, KIND)
                    .ifPresent(kind -> categories.put(category.toLowerCase(Locale.ROOT), kind));
        }
        return categories;
    }

    /** The address of a feed, if it is one that can be collected from. */
    public static Optional<URI> feedUrl(String text) {
        try {
            URI url = URI.create(text.strip());
            String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            boolean web = Set.of("http", "https").contains(scheme) && url.getHost() != null;
            boolean file = scheme.equals("file") && url.getPath() != null;
            return web || file ? Optional.of(url) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** What a source is called until somebody names it. */
    public static String nameOf(URI url) {
        return Optional.ofNullable(url.getHost()).orElseGet(() -> url.toString().replaceAll(".*/", ""));
    }
}
