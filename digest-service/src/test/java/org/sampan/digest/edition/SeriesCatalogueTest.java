package org.sampan.digest.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.fixture.RunningDigestService;
import org.sampan.digest.settings.BadSettings;
import org.sampan.digest.settings.Settings;

class SeriesCatalogueTest {
    @TempDir
    private Path config;

    private SeriesCatalogue read(String yaml) throws IOException {
        Files.writeString(config.resolve("editions.yaml"), yaml);
        Map<String, String> environment = new HashMap<>(RunningDigestService.environment("jdbc:none"));
        environment.put("SAMPAN_CONFIG", config.toString());
        return SeriesCatalogue.read(
                Settings.from(environment), cron -> cron.equals("never") ? Optional.empty() : Optional.of(cron));
    }

    @Test
    void seriesIsReadWithItsLanguagesAndSections() throws Exception {
        Series series = read("""
                        series:
                          - slug: river-weekly
                            name: River weekly
                            list: river-news
                            language: en
                            languages: [en, th, my]
                            schedule: "0 0 8 ? * MON"
                            timezone: Asia/Bangkok
                            sections: [statement, news-clipping]
                        """).find("river-weekly").orElseThrow();

        assertThat(series.languages())
                .containsExactly(Locale.ENGLISH, Locale.forLanguageTag("th"), Locale.forLanguageTag("my"));
        assertThat(series.sections()).containsExactly(Kind.STATEMENT, Kind.NEWS_CLIPPING);
        assertThat(series.timezone()).isEqualTo(ZoneId.of("Asia/Bangkok"));
        assertThat(series.unattended()).isFalse();
        assertThat(series.listAddress("lists.example")).isEqualTo("river-news@lists.example");
    }

    @Test
    void everyProblemIsToldWithItsLine() {
        String file = config.resolve("editions.yaml").toString();
        assertThatThrownBy(() -> read("""
                        series:
                          - slug: River Weekly
                            list: river-news@lists.example
                            language: english
                            schedule: never
                            timezone: Asia/Atlantis
                            sections: [statement, rumour, statement]
                            unattended: perhaps
                            colour: red
                        """))
                .isInstanceOfSatisfying(
                        BadSettings.class,
                        bad -> assertThat(bad.problems())
                                .anyMatch(line -> line.startsWith(file + ":2: slug: only a-z"))
                                .anyMatch(line -> line.startsWith(file + ":2: name: missing"))
                                .anyMatch(line -> line.startsWith(file + ":3: list: the name of a list"))
                                .anyMatch(line -> line.startsWith(file + ":4: language: not a language tag"))
                                .anyMatch(line -> line.startsWith(file + ":5: schedule: not a Quartz"))
                                .anyMatch(line -> line.startsWith(file + ":6: timezone: not a time zone"))
                                .anyMatch(line ->
                                        line.startsWith(file + ":7: sections: not a kind of clipping: 'rumour'"))
                                .anyMatch(line -> line.startsWith(file + ":7: sections: names a kind twice"))
                                .anyMatch(line -> line.startsWith(file + ":8: unattended: neither true nor false"))
                                .anyMatch(line -> line.startsWith(file + ":9: colour: unknown key")));
    }
}
