package org.sampan.mailserver.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTextsTest {
    /** Newer texts are in English until somebody who writes Shan has translated them. */
    private static final String BEING_TRANSLATED = "shn";

    private static final NoticeTexts TEXTS = NoticeTexts.in(LetterWriterTest.TEMPLATES.resolve("messages"));

    @Test
    void thereAreTheEightLanguagesOfTheReaders() {
        assertThat(TEXTS.languages()).containsExactly("en", "km", "lo", "my", "shn", "th", "vi", "zh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"km", "lo", "my", "shn", "th", "vi", "zh"})
    void everyLanguageSaysTheSameWithTheSamePlaces(String language) {
        Map<String, Set<String>> english = places("en");
        if (language.equals(BEING_TRANSLATED)) {
            english.keySet().retainAll(places(language).keySet());
        }
        assertThat(places(language)).isEqualTo(english);
    }

    @ParameterizedTest
    @ValueSource(strings = {"km", "lo", "my", "shn", "th", "vi", "zh"})
    void everyTextIsTranslated(String language) {
        Map<String, String> english = TEXTS.all("en");
        assertThat(TEXTS.all(language))
                .allSatisfy((key, text) -> assertThat(text).isNotBlank().isNotEqualTo(english.get(key)));
    }

    @Test
    void nearestLanguageIsFound() {
        assertThat(TEXTS.nearest("zh-Hant-HK")).isEqualTo("zh");
        assertThat(TEXTS.nearest("MY")).isEqualTo("my");
        assertThat(TEXTS.nearest("fr")).isEqualTo("en");
        assertThat(TEXTS.nearest("")).isEqualTo("en");
    }

    @Test
    void valueIsNeverReadAsAPlace() {
        Map<String, String> values = Map.of("list", "{email} $1 \\", "email", "htun@riverside.example");
        assertThat(TEXTS.say("en", "welcome", "subject", values)).isEqualTo("Welcome to {email} $1 \\");
    }

    @Test
    void missingTextOrValueIsNamed() {
        assertThatThrownBy(() -> TEXTS.say("en", "welcome", "nonsense", Map.of()))
                .hasMessageContaining("welcome.nonsense");
        assertThatThrownBy(() -> TEXTS.say("en", "welcome", "subject", Map.of()))
                .hasMessageContaining("{list}");
    }

    private static Map<String, Set<String>> places(String language) {
        Map<String, Set<String>> places = new TreeMap<>();
        TEXTS.all(language)
                .forEach((key, text) -> places.put(
                        key,
                        Pattern.compile("\\{.*?}")
                                .matcher(text)
                                .results()
                                .map(MatchResult::group)
                                .collect(Collectors.toCollection(TreeSet::new))));
        return places;
    }
}
