package org.sampan.digest.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.digest.settings.BadSettings;

class MessagesTest {
    /** Newer texts are in English until somebody who writes Shan has translated them. */
    private static final String BEING_TRANSLATED = "shn";

    private static final Path TEMPLATES = Path.of("..", "templates");
    private static final Path FOLDER = TEMPLATES.resolve("messages");
    private static final Pattern TEXT_KEY = Pattern.compile("\\bt\\(\"([a-z.-]+)\"(?! \\+)");

    private final Messages messages = new Messages(FOLDER);

    @Test
    void readersChooseAmongEightLanguagesByTheirOwnNames() {
        assertThat(messages.languages())
                .extracting(PageLanguage::tag)
                .containsExactly("en", "km", "lo", "my", "shn", "th", "vi", "zh");
        assertThat(messages.languages())
                .extracting(PageLanguage::name)
                .contains("ខ្មែរ", "ລາວ", "မြန်မာ", "တႆး", "ไทย");
    }

    @ParameterizedTest
    @ValueSource(strings = {"km", "lo", "my", "shn", "th", "vi", "zh"})
    void everyLanguageHasAllTextsAndTheSameValuesInThem(String tag) {
        Properties english = bundle("en");
        Properties other = bundle(tag);
        if (tag.equals(BEING_TRANSLATED)) {
            assertThat(english.stringPropertyNames()).containsAll(other.stringPropertyNames());
        } else {
            assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        }
        for (String key : other.stringPropertyNames()) {
            assertThat(valuesIn(other.getProperty(key))).as(key).isEqualTo(valuesIn(english.getProperty(key)));
        }
    }

    /** What has no translation yet comes from the English bundle, not from a copy of it that nobody sees is one. */
    @Test
    void noShanTextIsACopyOfTheEnglishOne() {
        Properties english = bundle("en");
        Properties shan = bundle(BEING_TRANSLATED);
        assertThat(shan.stringPropertyNames())
                .allSatisfy(key -> assertThat(shan.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key)));
    }

    @Test
    void everyTextThatATemplateAsksForIsThere() throws IOException {
        Set<String> known = bundle("en").stringPropertyNames();
        try (Stream<Path> files = Files.walk(TEMPLATES.resolve("pages"))) {
            for (Path template :
                    files.filter(file -> file.toString().endsWith(".ftlh")).toList()) {
                Matcher key = TEXT_KEY.matcher(Files.readString(template));
                while (key.find()) {
                    assertThat(known).as(template.toString()).contains(key.group(1));
                }
            }
        }
    }

    @Test
    void numbersAndPluralsFollowTheLanguage() {
        assertThat(messages.text(Locale.ENGLISH, "edition.stories", Map.of("count", 1)))
                .isEqualTo("1 story");
        assertThat(messages.text(Locale.ENGLISH, "edition.stories", Map.of("count", 15)))
                .isEqualTo("15 stories");
        assertThat(messages.text(Locale.forLanguageTag("my"), "edition.stories", Map.of("count", 15)))
                .isEqualTo("သတင်း ၁၅ ပုဒ်");
        assertThat(messages.text(Locale.forLanguageTag("shn"), "edition.number", Map.of("number", 12)))
                .isEqualTo("မၢႆ 12");
    }

    @Test
    void textThatALanguageLacksIsEnglish() {
        assertThat(messages.text(Locale.FRENCH, "page.home")).isEqualTo("Start page");
        assertThatThrownBy(() -> messages.text(Locale.FRENCH, "no.such.text")).hasMessageContaining("no.such.text");
    }

    @Test
    void folderWithoutEnglishIsRefused(@TempDir Path folder) {
        assertThatThrownBy(() -> new Messages(folder))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("pages_en.properties");
    }

    @Test
    void textThatStandsInTwoFilesIsRefused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("pages_en.properties"), "page.home = Start page\n");
        Files.writeString(folder.resolve("pages-desk_en.properties"), "page.home = Desk\n");
        assertThatThrownBy(() -> new Messages(folder))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("pages_en.properties: 'page.home'");
    }

    private static Set<String> valuesIn(String pattern) {
        MessagePattern parsed = new MessagePattern(pattern);
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < parsed.countParts(); i++) {
            if (parsed.getPartType(i) == MessagePattern.Part.Type.ARG_NAME) {
                names.add(parsed.getSubstring(parsed.getPart(i)));
            }
        }
        return names;
    }

    private static Properties bundle(String tag) {
        Properties bundle = new Properties();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(FOLDER, "pages{-*,}_" + tag + ".properties")) {
            for (Path file : files) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    bundle.load(reader);
                }
            }
            return bundle;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
