package org.sampan.digest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code docs/glossary.md}: where native readers see, and correct, which words we use. */
class GlossaryTest {
    private static final List<String> HEADER_TAGS = List.of("en", "my", "zh", "km", "lo", "shn", "th", "vi");

    @Test
    void everyTermHasAWordInEveryLanguage() throws IOException {
        List<List<String>> table = table();
        assertThat(table.get(0))
                .map(cell -> cell.replaceAll(".*\\((\\w+)\\)", "$1"))
                .isEqualTo(HEADER_TAGS);
        assertThat(HEADER_TAGS)
                .containsExactlyInAnyOrderElementsOf(new Messages(Path.of("..", "templates", "messages"))
                        .languages().stream().map(PageLanguage::tag).toList());
        assertThat(table)
                .hasSizeGreaterThan(20)
                .allSatisfy(row -> assertThat(row)
                        .hasSameSizeAs(HEADER_TAGS)
                        .allSatisfy(word -> assertThat(word).isNotBlank()));
    }

    /** A list of names, where ours is a mailing list. */
    @ParameterizedTest
    @CsvSource({"th, รายชื่อ", "lo, ລາຍຊື່"})
    void wordThatTheGlossaryReplacedIsInNoBundle(String language, String word) throws IOException {
        try (Stream<Path> bundles = Files.list(Path.of("..", "templates", "messages"))) {
            assertThat(bundles.filter(it -> it.toString().endsWith("_" + language + ".properties")))
                    .isNotEmpty()
                    .allSatisfy(bundle -> assertThat(Files.readString(bundle)).doesNotContain(word));
        }
    }

    private static List<List<String>> table() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "glossary.md")).stream()
                .filter(line -> line.startsWith("| "))
                .map(line -> Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }
}
