package org.sampan.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.fixture.RunningDigestService;

class EditionWordsTest {
    private static final Path FOLDER = RunningDigestService.checkout().resolve("templates/messages");

    private static Properties words(String language) throws IOException {
        try (Reader in = Files.newBufferedReader(FOLDER.resolve("edition_" + language + ".properties"))) {
            Properties words = new Properties();
            words.load(in);
            return words;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"my", "km", "lo", "shn", "th", "vi", "zh"})
    void everyLanguageHasEveryWord(String language) throws Exception {
        assertThat(words(language).keySet()).isEqualTo(words("en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en"})
    void everyKindHasAHeading(String language) throws Exception {
        for (Kind kind : Kind.values()) {
            assertThat(words(language)).containsKey("edition.section." + kind.slug());
        }
    }
}
