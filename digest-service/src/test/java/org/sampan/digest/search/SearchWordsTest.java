package org.sampan.digest.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {
    /** A word as a reader would type it is among those of a sentence in which nothing stands between words. */
    @ParameterizedTest
    @CsvSource({
        "Fishers' wages were paid on Monday, wages, monday",
        "แรงงานข้ามชาติได้รับค่าจ้าง, แรงงาน, จ้าง",
        "ແຮງງານຍ້າຍຖິ່ນໄດ້ຮັບຄ່າຈ້າງ, ແຮງງານ, ຄ່າຈ້າງ",
        "ពលករចំណាកស្រុកទទួលបានប្រាក់ឈ្នួល, ពលករ, ប្រាក់ឈ្នួល",
        "ရွှေ့ပြောင်းအလုပ်သမားများ လုပ်ခရရှိသည်, အလုပ်သမား, ရွှေ့ပြောင်း",
        "ၵူၼ်းႁဵတ်းၵၢၼ် လႆႈႁပ်ႉၵႃႈႁႅင်း, ၵၢၼ်, ႁႅင်း",
        "移徙工人领取工资, 工人, 工资",
        "Người lao động di cư được trả lương, lao, lương"
    })
    void ofEachLanguageAreFound(String text, String one, String other) {
        assertThat(SearchWords.of(text)).contains(one, other);
    }

    @Test
    void areFoldedToOneCaseWidthAndSpelling() {
        assertThat(SearchWords.of("ＭＥＫＯＮＧ Straße Cafe\u0301")).containsExactly("mekong", "strasse", "café");
    }

    @Test
    void areNoPunctuationAndNoSymbols() {
        assertThat(SearchWords.of("— … !! 👍 ။ ၊ ။")).isEmpty();
        assertThat(SearchWords.of("")).isEmpty();
    }

    @Test
    void zeroWidthSpacesPartWords() {
        assertThat(SearchWords.of("ការ\u200bប្រជុំ"))
                .containsAnyOf("ការ", "ការប្រជុំ")
                .noneMatch(it -> it.contains("\u200b"));
    }

    @Test
    void vectorHasPositionsAndWeightsAndQuotes() {
        assertThat(SearchVector.of("Monday", "Alice", "don't meet Monday").text())
                .isEqualTo("'monday':1A,7 'alice':3B 'don''t':5 'meet':6 ");
    }

    @Test
    void vectorOfAVeryLongTextStaysWithinWhatPostgresTakes() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            text.append("word").append(i).append(' ');
        }
        assertThat(SearchVector.of("", "", text.toString()).text().length()).isLessThan(800_000);
        assertThat(List.of(SearchVector.of("", "", "a ".repeat(1000)).text().split(",")))
                .hasSize(200);
    }

    @Test
    void queryAsksForEveryWordAndForUnspacedOnesInTheirOrder() {
        assertThat(SearchQuery.of("  Workers' rights ").text()).isEqualTo("('workers':*) & ('rights':*)");
        assertThat(SearchQuery.of("移徙工人 e-mail").text()).isEqualTo("('移徙' <-> '工人') & ('e' <-> 'mail':*)");
        assertThat(SearchQuery.of("a' | !b:* \\").text()).isEqualTo("('a') & ('b')");
        assertThat(SearchQuery.of(" — !! ").text()).isEmpty();
    }
}
