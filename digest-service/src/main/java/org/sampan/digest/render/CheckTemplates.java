package org.sampan.digest.render;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.settings.BadSettings;
import org.sampan.digest.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Renders a sample with the templates of every series in each of its languages before the service starts: a template that
 * somebody changed and broke is told of with its file and line now, and not on the morning an edition is due.
 */
@Component
public class CheckTemplates {
    private static final Logger LOGGER = LoggerFactory.getLogger(CheckTemplates.class);

    private final SeriesCatalogue catalogue;
    private final RenderEdition stage;
    private final Path series;

    /**
     * A template that cannot be filled in.
     *
     * @param series the one that cannot be printed; empty: no series can
     * @param problem with file and line
     */
    public record Problem(Optional<String> series, String problem) {}

    /**
     * What is broken in a series' own templates keeps only that series from being printed, until it is mended.
     *
     * @throws BadSettings naming each broken template that all series share, once
     */
    CheckTemplates(SeriesCatalogue catalogue, RenderEdition stage, Settings settings) {
        this.catalogue = catalogue;
        this.stage = stage;
        this.series = settings.configFile("editions");
        List<Problem> problems = problems();
        List<String> shared = problems.stream()
                .filter(it -> it.series().isEmpty())
                .map(Problem::problem)
                .toList();
        if (!shared.isEmpty()) {
            throw new BadSettings(shared);
        }
        problems.forEach(CheckTemplates::tell);
    }

    /** As the files are now; each is told of once. Takes a moment: everything is rendered. */
    public List<Problem> problems() {
        Set<Problem> problems = new LinkedHashSet<>();
        for (Series each : catalogue.all()) {
            Path own = series.resolve(each.slug());
            for (BrokenTemplate broken : broken(each, stage)) {
                problems.add(new Problem(
                        Optional.of(each.slug()).filter(slug -> broken.isIn(own)),
                        String.valueOf(broken.getMessage())));
            }
        }
        return List.copyOf(problems);
    }

    /** A template is often broken in every language; it is told of once. */
    private static Collection<BrokenTemplate> broken(Series series, RenderEdition stage) {
        Map<String, BrokenTemplate> broken = new LinkedHashMap<>();
        for (Locale language : series.languages()) {
            try {
                stage.render(series, SampleEdition.of(series), language);
            } catch (BrokenTemplate found) {
                broken.put(String.valueOf(found.getMessage()), found);
            }
        }
        return broken.values();
    }

    private static void tell(Problem broken) {
        LOGGER.error(
                "event=broken-template series={} problem=\"{}\" consequence=\"this series cannot be printed, others can\""
                        + " remedy=\"mend the file, or remove it to print with the one of templates/edition; no restart is needed\"",
                broken.series().orElse(""),
                broken.problem());
    }
}
