package org.sampan.digest.edition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sampan.digest.settings.BadSettings;
import org.sampan.digest.settings.DeclaredEntry;
import org.sampan.digest.settings.DeclaredFile;
import org.sampan.digest.settings.Schedules;
import org.sampan.digest.settings.Settings;

/** The series that {@code config/editions.yaml} declares; the file rules, at every start. Immutable. */
public record SeriesCatalogue(List<Series> all) {
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
        HolidayReader holidays = new HolidayReader(settings);
        List<Series> all = new ArrayList<>();
        Set<String> slugs = new HashSet<>();
        for (DeclaredEntry entry : file.root().entries("series")) {
            Series series =
                    new SeriesReader(entry, schedules, holidays, settings.web().timezone()).read();
            if (!slugs.add(series.slug())) {
                entry.problem("slug", "'" + series.slug() + "' is another series already");
            }
            all.add(series);
        }
        file.refuseProblems();
        return new SeriesCatalogue(all);
    }
}
