package org.sampan.digest.render;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.ClippingState;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.EditionState;
import org.sampan.digest.edition.Period;
import org.sampan.digest.edition.Section;
import org.sampan.digest.edition.Series;

/** An edition of invented news that has everything a template may ask for, and lacks everything it may find missing. */
final class SampleEdition {
    private static final Instant DATED = Instant.parse("2026-11-22T01:00:00Z");

    private SampleEdition() {}

    static Edition of(Series series) {
        List<Section> sections = new ArrayList<>();
        for (Kind kind : series.sections()) {
            sections.add(new Section(kind, List.of(whole(kind, sections.size()), bare(kind, sections.size()))));
        }
        return new Edition(
                new EditionId(series.slug(), 1),
                "A sample",
                new Period(DATED.minus(Duration.ofDays(7)), DATED),
                Optional.of("What **this week** brought, with [a link](https://harbour.example/)."),
                sections,
                List.of(),
                Map.of(),
                EditionState.COMPILED,
                new Edition.LastChange("sample", DATED),
                DATED,
                Optional.empty(),
                Optional.empty());
    }

    private static Clipping whole(Kind kind, int place) {
        return clipping(
                2 * place,
                new Story(
                        "แรงงานข้ามชาติได้รับค่าจ้างที่ค้างจ่าย",
                        kind,
                        DATED,
                        Optional.of("Malee Srisuk"),
                        Optional.of("The Delta Courier"),
                        Locale.forLanguageTag("th"),
                        Optional.of(new Country("TH")),
                        Optional.of(URI.create("https://courier.example/wages")),
                        "<p>ค่าจ้าง</p>",
                        "ค่าจ้างที่ค้างจ่ายสามเดือนถึงมือแรงงานแล้ว"));
    }

    private static Clipping bare(Kind kind, int place) {
        return clipping(
                2 * place + 1,
                new Story(
                        "A \"title\" <alone> & nothing more",
                        kind,
                        DATED,
                        Optional.empty(),
                        Optional.empty(),
                        Locale.ENGLISH,
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        ""));
    }

    /** Their numbers are none that a clipping has. */
    private static Clipping clipping(int number, Story story) {
        return new Clipping(new ClippingId(-1L - number), story, List.of(), DATED, ClippingState.NEW);
    }
}
