package org.sampan.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code config/sampan.properties} as shipped: the operator's only list of settings, so it must not lie. */
class OperatorsFileTest {

    private static final Path FILE = Path.of("..", "config", "sampan.properties");

    @Test
    void namesEveryKeyInOrderWithItsDefault() throws IOException {
        Map<String, String> inFile = new LinkedHashMap<>();
        Pattern setting = Pattern.compile("#([a-z][A-Za-z.]*)=(.*)");
        for (String line : Files.readAllLines(FILE)) {
            Matcher matcher = setting.matcher(line);
            if (matcher.matches()) {
                inFile.put(matcher.group(1), matcher.group(2));
            }
        }
        Map<String, String> known = new LinkedHashMap<>();
        Keys.all().forEach(key -> known.put(key.key(), key.defaultText()));
        assertThat(inFile.entrySet()).containsExactlyElementsOf(known.entrySet());
    }

    @Test
    void setsNothing() throws IOException {
        assertThat(Files.readAllLines(FILE)).allMatch(line -> line.isEmpty() || line.startsWith("#"));
    }

    @Test
    void everyDefaultIsPrintedForTheProgramsAsWrittenInTheFile() throws BadValueException {
        for (Setting<?> setting : Keys.all()) {
            assertThat(printedDefault(setting)).as(setting.key()).isEqualTo(setting.defaultText());
        }
    }

    private static <T> String printedDefault(Setting<T> setting) throws BadValueException {
        return setting.type().print(setting.parse(setting.defaultText()));
    }
}
