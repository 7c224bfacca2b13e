package org.sampan.mailserver.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YesWordTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "Yes.",
                "  YES!  ",
                "Re: yes",
                "“ok”",
                "ใช่",
                "có",
                "Đồng ý",
                "回复：是",
                "သဘောတူ။",
                "Re: AW: join"
            })
    void personSaysYes(String line) {
        assertThat(YesWord.isIn(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Re: Please confirm: Mekong news",
                "Yes, I am on leave until Monday",
                "Automatic reply: Please confirm",
                "ok thanks, I read mail again on 3 May",
                "Out of office"
            })
    void machineDoesNot(String line) {
        assertThat(YesWord.isIn(line)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "km", "lo", "my", "th", "vi", "zh"})
    void wordThatNoticesNameIsTaken(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader file = Files.newBufferedReader(
                Path.of("..", "templates", "messages", "notices_" + language + ".properties"))) {
            texts.load(file);
        }
        for (String key : new String[] {"confirm-join.reply", "confirm-leave.reply", "confirm-by-word.how"}) {
            Matcher word = Pattern.compile("“(.*)”").matcher(texts.getProperty(key));
            assertThat(word.find()).as(key).isTrue();
            assertThat(YesWord.isIn(word.group(1))).as(word.group(1)).isTrue();
        }
    }

    @Test
    void anyOfTheLinesMaySayIt() {
        assertThat(YesWord.isIn("Re: Please confirm", "yes")).isTrue();
    }
}
