package org.sampan.digest.render;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
class CheckTemplates {
    private static final Logger LOGGER = LoggerFactory.getLogger(CheckTemplates.class);

    /**
     * What is broken in a series' own templates keeps only that series from being printed, until it is mended.
     *
     * @throws BadSettings naming each broken template that all series share, once
     */
    CheckTemplates(SeriesCatalogue catalogue, RenderEdition stage, Settings settings) {
        Set<String> shared = new LinkedHashSet<>();
        for (Series series : catalogue.all()) {
            Path own = settings.configFile("editions").resolve(series.slug());
            for (BrokenTemplate broken : broken(series, stage)) {
                if (broken.isIn(own)) {
                    tell(series, broken);
                } else {
                    shared.add(String.valueOf(broken.getMessage()));
                }
            }
        }
        if (!shared.isEmpty()) {
            throw new BadSettings(List.copyOf(shared));
        }
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

    private static void tell(Series series, BrokenTemplate broken) {
        LOGGER.error(
                "event=broken-template series={} problem=\"{}\" consequence=\"this series cannot be printed, others can\""
                        + " remedy=\"mend the file, or remove it to print with the one of templates/edition; no restart is needed\"",
                series.slug(),
                broken.getMessage());
    }
}
