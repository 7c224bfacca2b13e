package org.sampan.mailserver.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FoldedTextTest {
    @Test
    void linesEndBetweenWords() {
        String folded = FoldedText.of("word ".repeat(40), Locale.ENGLISH);
        assertThat(folded.lines())
                .hasSize(3)
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(72).matches("(word ?)+"));
    }

    @Test
    void linksStayWhole() {
        String link = "https://news.example/leave/" + "a".repeat(100);
        assertThat(FoldedText.of("Here: " + link + " and on", Locale.ENGLISH)).isEqualTo("Here:\n" + link + "\nand on");
    }

    @Test
    void chineseIsFoldedAtTwoColumnsACharacter() {
        assertThat(FoldedText.of("欢迎您".repeat(20), Locale.CHINESE).lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(36));
    }

    @Test
    void nothingIsLostInAnyScript() {
        for (String text : new String[] {
            "ประชุมวันจันทร์หน้าที่สำนักงาน".repeat(5),
            "အီးမေးလ်များကို ရရှိပါမည်။ ".repeat(9),
            "សូមជម្រាបសួរ".repeat(12)
        }) {
            assertThat(FoldedText.of(text, Locale.forLanguageTag("th")).replaceAll("\\s", ""))
                    .isEqualTo(text.replaceAll("\\s", ""));
        }
    }
}
