package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.digest.clipping.Topic;
import org.sampan.digest.settings.BadSettings;

class TopicWordsTest {
    private final TopicWords words = new TopicWords(new WordFiles(Path.of("../config/words")));

    @Test
    void topicsAreNamedByTheTitleOrAgainAndAgainByTheText() {
        assertThat(words.about("Deckhands get their passports back", "The fishing port … fishing boats"))
                .extracting(Topic::slug)
                .containsExactlyInAnyOrder("papers", "fishing");
        assertThat(words.about("Rain", "One wage is named once.")).isEmpty();
        assertThat(words.about("The wager", "")).extracting(Topic::slug).containsExactly("wages");
    }

    @Test
    void everyLanguageHasItsWords() {
        for (String title : new String[] {
            "Unpaid overtime",
            "ค่าจ้างค้างจ่าย",
            "Tiền công bị nợ",
            "拖欠工资",
            "လုပ်အားခမရ",
            "ប្រាក់ខែយឺត",
            "ຄ່າແຮງຄ້າງ",
            "ငိုၼ်းလိူၼ်"
        }) {
            assertThat(words.about(title, "")).as(title).contains(new Topic("wages"));
        }
    }

    @Test
    void operatorsOwnListIsUsedAndABadOneRefused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("topics.yaml"), "rivers: [river, mekong]\n");
        assertThat(new TopicWords(new WordFiles(folder)).about("The river", "")).containsExactly(new Topic("rivers"));
        Files.writeString(folder.resolve("topics.yaml"), "rivers: [river\nwages: [wage]\n");
        assertThatThrownBy(() -> new TopicWords(new WordFiles(folder)))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("topics.yaml:2");
        Files.writeString(folder.resolve("topics.yaml"), "rivers: river\n");
        assertThatThrownBy(() -> new TopicWords(new WordFiles(folder)))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("rivers: must be a list");
    }
}
