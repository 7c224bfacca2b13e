package org.sampan.mailserver.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.settings.Texts;

class ReasonTest {
    private static final Texts TEXTS = Texts.in(Path.of("../templates/messages"), "reasons");
    private static final ReasonTexts WORDS = new ReasonTexts(TEXTS);

    @Test
    void storedReasonIsReadAgain() {
        Reason reason = Reason.of("too-big").with("bytes", 12).with("most", "a\tb=c\r\nd");
        assertThat(Reason.parse(reason.stored())).isEqualTo(reason);
        assertThat(reason.stored()).doesNotContain("\n");
    }

    @Test
    void reasonInSomebodysOwnWordsStaysAsSaid() {
        assertThat(WORDS.say("th", Reason.parse("Only the secretariat posts {here}.")))
                .isEqualTo("Only the secretariat posts {here}.");
        assertThat(WORDS.say("en", Reason.parse("never-heard-of"))).isEqualTo("never-heard-of");
    }

    @Test
    void readerGetsTheOwnLanguageAndElseEnglish() {
        assertThat(WORDS.say("vi", Reason.of("no-subject"))).isEqualTo("Thư không có tiêu đề.");
        assertThat(WORDS.say("zh-TW", Reason.of("no-subject"))).isEqualTo("邮件没有主题。");
        assertThat(WORDS.say("shn", Reason.of("no-subject"))).isEqualTo("ဢီးမေးလ်ၼႆႉ ဢမ်ႇမီး ႁူဝ်ၶေႃႈ။");
        assertThat(WORDS.say("shn", Reason.of("dmarc"))).contains("DMARC").startsWith("The author");
    }

    @Test
    void whatSmtpSaysIsAscii() {
        assertThat(TEXTS.all("en").entrySet())
                .filteredOn(it -> it.getKey().startsWith("reason."))
                .allSatisfy(it -> assertThat(it.getValue()).matches("[ -~]{1,300}"));
        assertThat(WORDS.english(Reason.of("attachment").with("name", "ရေး.exe")))
                .matches("[ -~]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"km", "lo", "my", "th", "vi", "zh"})
    void everyLanguageSaysTheSameWithTheSamePlaces(String language) {
        assertThat(TEXTS.all(language).keySet()).isEqualTo(TEXTS.all("en").keySet());
        TEXTS.all("en").forEach((key, text) -> {
            assertThat(places(TEXTS.all(language).getOrDefault(key, "")))
                    .as(key)
                    .isEqualTo(places(text));
            assertThat(key.equals("reason.as-said")
                            || !text.equals(TEXTS.all(language).getOrDefault(key, "")))
                    .as(key)
                    .isTrue();
        });
    }

    @Test
    void shanSaysNothingThatEnglishDoesNot() {
        assertThat(TEXTS.all("en").keySet()).containsAll(TEXTS.all("shn").keySet());
        TEXTS.all("shn")
                .forEach((key, text) -> assertThat(places(text))
                        .as(key)
                        .isEqualTo(places(TEXTS.all("en").getOrDefault(key, ""))));
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{.*?}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
