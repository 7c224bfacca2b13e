package org.sampan.digest.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.settings.BadSettings;
import org.springframework.stereotype.Component;

/**
 * Renders a sample with the templates of every series in each of its languages before the service starts: a template that
 * somebody changed and broke is told of with its file and line now, and not on the morning an edition is due.
 */
@Component
class CheckTemplates {
    /** @throws BadSettings naming each broken template once */
    CheckTemplates(SeriesCatalogue catalogue, RenderEdition stage) {
        List<String> problems = new ArrayList<>();
        for (Series series : catalogue.all()) {
            for (Locale language : series.languages()) {
                try {
                    stage.render(series, SampleEdition.of(series), language);
                } catch (BrokenTemplate broken) {
                    problems.add(String.valueOf(broken.getMessage()));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new BadSettings(problems.stream().distinct().toList());
        }
    }
}
