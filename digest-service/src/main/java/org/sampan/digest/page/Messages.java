package org.sampan.digest.page;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sampan.digest.settings.BadSettings;

/**
 * The texts of the pages in one folder: for each language {@code pages_<tag>.properties} (UTF-8) and, of one part of the
 * site each, {@code pages-<part>_<tag>.properties}. A language more is its files more. Texts are ICU message patterns with
 * named values. Read once; immutable.
 */
public final class Messages {
    /** Texts a bundle lacks come from here. */
    public static final Locale FALLBACK = Locale.ENGLISH;

    private static final Pattern BUNDLE = Pattern.compile("pages(?:-[a-z]+)?_([a-z]{2,3})\\.properties");
    private static final String OWN_NAME = "language.name";

    private final Map<String, Properties> bundles;

    /** @throws BadSettings when there is no English bundle, or a bundle cannot be read */
    public Messages(Path folder) {
        bundles = read(folder);
        if (!bundles.containsKey(FALLBACK.getLanguage())) {
            throw new BadSettings(List.of("no pages_en.properties in " + folder + ": restore it from the release"));
        }
    }

    /** English first, then by tag. */
    public List<PageLanguage> languages() {
        List<PageLanguage> languages = new ArrayList<>();
        languages.add(language(FALLBACK.getLanguage()));
        bundles.keySet().stream()
                .filter(tag -> !tag.equals(FALLBACK.getLanguage()))
                .map(this::language)
                .forEach(languages::add);
        return languages;
    }

    /**
     * @param values named values of the pattern: texts and numbers
     * @throws IllegalArgumentException when no bundle has the key
     */
    public String text(Locale language, String key, Map<String, ?> values) {
        return find(language, key, values)
                .orElseThrow(() -> new IllegalArgumentException("no text '" + key + "' in any bundle"));
    }

    /** As {@link #text(Locale, String, Map)}; empty when no bundle has the key, as of what a newer mail server knows. */
    public Optional<String> find(Locale language, String key, Map<String, ?> values) {
        return pattern(language, key)
                .map(pattern -> pattern.indexOf('{') < 0
                        ? pattern
                        : new MessageFormat(pattern, ULocale.forLocale(language)).format(values));
    }

    public String text(Locale language, String key) {
        return text(language, key, Map.of());
    }

    private Optional<String> pattern(Locale language, String key) {
        Properties bundle = bundles.getOrDefault(language.getLanguage(), new Properties());
        return Optional.ofNullable(bundle.getProperty(key))
                .or(() -> Optional.ofNullable(fallback().getProperty(key)));
    }

    private Properties fallback() {
        return bundles.getOrDefault(FALLBACK.getLanguage(), new Properties());
    }

    private PageLanguage language(String tag) {
        Properties bundle = bundles.getOrDefault(tag, new Properties());
        return new PageLanguage(tag, bundle.getProperty(OWN_NAME, tag));
    }

    private static Map<String, Properties> read(Path folder) {
        Map<String, Properties> bundles = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Matcher bundle = BUNDLE.matcher(file.getFileName().toString());
                if (bundle.matches()) {
                    add(file, bundles.computeIfAbsent(bundle.group(1), tag -> new Properties()));
                }
            }
            return bundles;
        } catch (IOException | IllegalArgumentException e) {
            throw new BadSettings(List.of("the texts in " + folder + " cannot be read: " + e.getMessage()));
        }
    }

    private static void add(Path file, Properties bundle) throws IOException {
        for (Map.Entry<Object, Object> text : load(file).entrySet()) {
            if (bundle.put(text.getKey(), text.getValue()) != null) {
                throw new BadSettings(List.of(file + ": '" + text.getKey() + "' stands in another file already"));
            }
        }
    }

    private static Properties load(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties bundle = new Properties();
            bundle.load(reader);
            return bundle;
        }
    }
}
