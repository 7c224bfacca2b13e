package org.sampan.digest.render;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.sampan.digest.settings.BadSettings;

/**
 * The words of an edition's frame in one language, {@code templates/messages/edition_<language>.properties}; what a
 * language lacks is said in English. Values are ICU message patterns. Immutable.
 */
final class Wording {
    private final Locale language;
    private final Properties own;
    private final Properties english;

    private Wording(Locale language, Properties own, Properties english) {
        this.language = language;
        this.own = own;
        this.english = english;
    }

    /**
     * @throws BadSettings when the English file is missing or one cannot be read
     */
    static Wording of(Path folder, Locale language) {
        Properties english = read(folder, "en")
                .orElseThrow(() -> new BadSettings(
                        List.of(folder.resolve("edition_en.properties") + ": missing; it is part of the program")));
        return new Wording(language, read(folder, language.getLanguage()).orElse(english), english);
    }

    private static Optional<Properties> read(Path folder, String language) {
        Path file = folder.resolve("edition_" + language + ".properties");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Reader in = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(in);
            return Optional.of(properties);
        } catch (IOException | IllegalArgumentException broken) {
            throw new BadSettings(List.of(file + ": cannot be read: " + broken.getMessage()));
        }
    }

    /** All it can say. */
    @Override
    public String toString() {
        return new TreeMap<>(english) + " " + new TreeMap<>(own);
    }

    Locale language() {
        return language;
    }

    /**
     * @throws IllegalArgumentException when English has no such key either: the template is wrong
     */
    String say(String key, Object... arguments) {
        String pattern = own.getProperty(key, english.getProperty(key));
        if (pattern == null) {
            throw new IllegalArgumentException("no wording for " + key);
        }
        return new MessageFormat(pattern, ULocale.forLocale(language)).format(arguments);
    }
}
