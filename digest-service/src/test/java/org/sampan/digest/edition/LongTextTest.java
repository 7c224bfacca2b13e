package org.sampan.digest.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LongTextTest {
    private final LongText.Typesetter typesetter = new LongText.Typesetter();

    @Test
    void lettersOfTwoCharactersStayWholeWhereverAPieceEnds() throws IOException {
        String text = "a" + "🛶 ค่าจ้าง ".repeat(20_000) + "end";

        typesetter.write(text);

        LongText set = typesetter.finished();
        assertThat(set).hasToString(text + "\n");
        assertThat(set.bytes()).isEqualTo((text + "\n").getBytes(StandardCharsets.UTF_8).length);
        assertThat(set.utf8()).hasBinaryContent((text + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(set).isEqualTo(LongText.of(text + "\n"));
        assertThat(set.foreignBytes())
                .isEqualTo(LongText.of(text).foreignBytes())
                .isEqualTo(20_000 * (4 + 7 * 3));
    }

    @Test
    void lettersComeInAnySize() throws IOException {
        typesetter.write('x');
        typesetter.write("abcdef", 1, 2);
        typesetter.write("ghij".toCharArray(), 2, 2);

        assertThat(typesetter.finished()).hasToString("xbcij\n");
    }

    @Test
    void blanksAroundTheWholeAreDroppedHoweverMany() throws IOException {
        typesetter.write("\n ".repeat(30_000));
        typesetter.write("one\n\n two");
        typesetter.write(" \r\n".repeat(30_000));

        assertThat(typesetter.finished()).hasToString("one\n\n two\n");
    }

    @Test
    void whatIsEmptyIsOneEmptyLine() throws IOException {
        typesetter.write("  \n");

        assertThat(typesetter.finished()).hasToString("\n");
    }

    @Test
    void halfALetterIsReplaced() throws IOException {
        typesetter.write("a\ud83d");

        assertThat(typesetter.finished().toString()).startsWith("a").doesNotContain("\ud83d");
    }

    @Test
    void bytesOutsideAsciiAreCounted() {
        assertThat(LongText.of("a é ก 🛶").foreignBytes()).isEqualTo(2 + 3 + 4);
    }
}
