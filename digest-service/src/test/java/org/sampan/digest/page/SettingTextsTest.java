package org.sampan.digest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.digest.mailserver.StandInMailServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What owners read about the settings of a list; the contract's sample is the mail server's whole catalogue. */
class SettingTextsTest {
    private static final Path FOLDER = Path.of("..", "templates", "messages");
    private static final JsonNode CATALOGUE = JsonMapper.builder()
            .build()
            .readTree(StandInMailServer.sample("list-settings"))
            .get("settings");

    /** Of these nothing but the setting's own words tells what may be written. */
    private static final Set<String> FREE = Set.of("text", "zone", "words");

    private static final List<String> OF_NO_SETTING = List.of(
            "setting.hint.text",
            "setting.hint.number",
            "setting.hint.number.open",
            "setting.hint.hours",
            "setting.hint.period",
            "setting.size",
            "setting.refused",
            "rules.heading",
            "rules.what",
            "rules.off");

    @ParameterizedTest
    @ValueSource(strings = {"en", "km", "lo", "my", "th", "vi", "zh"})
    void everySettingAndChoiceIsSaidAndNothingElse(String language) throws IOException {
        Set<String> wanted = new TreeSet<>(OF_NO_SETTING);
        CATALOGUE.forEach(setting -> add(setting, wanted));
        assertThat(new TreeSet<>(texts(language).stringPropertyNames())).isEqualTo(wanted);
    }

    @Test
    void inEnglishASettingDoesWhatTheMailServerSaysItDoes() throws IOException {
        Properties english = texts("en");
        CATALOGUE.forEach(setting -> assertThat(english.getProperty("setting." + name(setting) + ".what"))
                .isEqualTo(setting.get("explanation").asString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"km", "lo", "my", "th", "vi", "zh"})
    void nothingIsLeftInEnglish(String language) throws IOException {
        Properties english = texts("en");
        Properties own = texts(language);
        assertThat(own.stringPropertyNames())
                .allSatisfy(key ->
                        assertThat(own.getProperty(key)).isNotBlank().as(key).isNotEqualTo(english.getProperty(key)));
    }

    private static void add(JsonNode setting, Set<String> wanted) {
        String key = "setting." + name(setting);
        wanted.add(key);
        wanted.add(key + ".what");
        setting.get("choices").forEach(choice -> wanted.add(key + "." + choice.asString()));
        JsonNode form = setting.get("form");
        if (FREE.contains(form.get("kind").asString()) && form.get("most").isNull()) {
            wanted.add(key + ".hint");
        }
        if (!form.get("unit").isNull() && !form.get("unit").asString().equals("hours")) {
            wanted.add("setting.unit." + form.get("unit").asString());
        }
    }

    private static String name(JsonNode setting) {
        return setting.get("name").asString();
    }

    private static Properties texts(String language) throws IOException {
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve("pages-settings_" + language + ".properties"))) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        }
    }
}
