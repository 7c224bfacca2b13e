package org.sampan.digest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.fixture.RunningDigestService;
import org.sampan.digest.settings.BadSettings;
import org.sampan.digest.settings.Settings;

class DeclaredSourcesTest {
    @TempDir
    private Path config;

    private DeclaredSources read(String yaml) throws IOException {
        Files.writeString(config.resolve("sources.yaml"), yaml);
        Map<String, String> environment = new HashMap<>(RunningDigestService.environment("jdbc:none"));
        environment.put("SAMPAN_CONFIG", config.toString());
        return DeclaredSources.read(
                Settings.from(environment), cron -> cron.equals("never") ? Optional.empty() : Optional.of(cron));
    }

    @Test
    void sourcesAreReadWithKindAndCategories() throws Exception {
        DeclaredSources declared = read("""
                schedule: "0 20 * * * ?"
                sources:
                  - url: https://harbour.example/feed/
                    name: Harbour Workers' Centre
                    kind: press-release
                    categories: {In the Press: news-clipping}
                  - url: file:///srv/feeds/riverside.xml
                """);

        assertThat(declared.schedule()).contains("0 20 * * * ?");
        assertThat(declared.sources().get(0).kind()).contains(Kind.PRESS_RELEASE);
        assertThat(declared.sources().get(0).categories()).containsEntry("in the press", Kind.NEWS_CLIPPING);
        assertThat(declared.sources().get(1).name()).isEqualTo("riverside.xml");
    }

    @Test
    void exampleInTheOperatorsFileSaysWhatItMeans() throws Exception {
        String file = Files.readString(Path.of("../config/sources.yaml"));
        assertThat(read(file).sources()).isEmpty();
        String example = file.substring(file.indexOf("sources: []"))
                .replace("sources: []", "sources:")
                .replace("#  ", "  ");

        NewSource declared = read(example).sources().get(0);

        assertThat(declared.kind()).contains(Kind.PRESS_RELEASE);
        assertThat(declared.categories()).containsExactly(Map.entry("news clippings", Kind.NEWS_CLIPPING));
        assertThat(declared.excerpt()).contains(300);
        assertThat(declared.rights()).contains("© The network, CC BY 4.0");
        for (String key : List.of("# kind:", "# categories:", "# excerpt:", "# rights:")) {
            assertThat(file).contains(key);
        }
        for (Kind kind : Kind.values()) {
            assertThat(file).contains(kind.slug());
        }
    }

    @Test
    void everyProblemIsToldWithItsLine() {
        String file = config.resolve("sources.yaml").toString();
        assertThatThrownBy(() -> read("""
                        schedule: never
                        source: []
                        sources:
                          - url: gopher://harbour.example/
                            kind: gossip
                            categories: {news: rumour}
                          - name: Nowhere
                        """))
                .isInstanceOfSatisfying(
                        BadSettings.class,
                        bad -> assertThat(bad.problems())
                                .anyMatch(line -> line.startsWith(file + ":1: schedule: not a Quartz cron expression"))
                                .anyMatch(line ->
                                        line.startsWith(file + ":2: source: unknown key; known are schedule, sources"))
                                .anyMatch(line ->
                                        line.startsWith(file + ":4: url: not an https:, http: or file: address"))
                                .anyMatch(line -> line.startsWith(file + ":5: kind: not a kind"))
                                .anyMatch(line -> line.startsWith(file + ":6: news: not a kind"))
                                .anyMatch(line -> line.startsWith(file + ":7: url: missing"))
                                .hasSize(6));
    }

    @Test
    void brokenYamlIsToldWithItsLine() {
        assertThatThrownBy(() -> read("sources:\n  - url: [\n"))
                .isInstanceOfSatisfying(
                        BadSettings.class,
                        bad -> assertThat(bad.problems())
                                .singleElement()
                                .asString()
                                .contains("sources.yaml:", ": not YAML: "));
    }
}
