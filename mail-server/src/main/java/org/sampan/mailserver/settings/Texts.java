package org.sampan.mailserver.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of one kind of text, one bundle a language: {@code templates/messages/reasons_my.properties}, UTF-8. What a language
 * lacks is said in English. Immutable once read.
 */
public final class Texts {
    public static final String ENGLISH = "en";
    private static final String SUFFIX = ".properties";
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    private final Map<String, Properties> bundles;

    private Texts(Map<String, Properties> bundles) {
        this.bundles = bundles;
    }

    /**
     * @param kind what the files' names begin with: {@code reasons}
     * @throws BadSettingsException when a bundle cannot be read, or there is no English one
     */
    public static Texts in(Path folder, String kind) {
        String prefix = kind + "_";
        Map<String, Properties> bundles = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, prefix + "*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                bundles.put(key(name.substring(prefix.length(), name.length() - SUFFIX.length())), read(file));
            }
        } catch (IOException e) {
            throw new BadSettingsException(List.of(folder + ": cannot be read: " + e));
        }
        if (!bundles.containsKey(ENGLISH)) {
            throw new BadSettingsException(List.of(folder + ": there is no " + prefix + ENGLISH + SUFFIX));
        }
        return new Texts(bundles);
    }

    public SortedSet<String> languages() {
        return new TreeSet<>(bundles.keySet());
    }

    /** The language a reader of this one gets: itself, without its region, or English. */
    public String nearest(String language) {
        String tag = key(language);
        while (!bundles.containsKey(tag)) {
            int end = tag.lastIndexOf('-');
            if (end < 0) {
                return ENGLISH;
            }
            tag = tag.substring(0, end);
        }
        return tag;
    }

    /** The first of the keys that there is a text for, in this language or else in English. */
    public Optional<String> find(String language, String... keys) {
        Properties english = bundles.getOrDefault(ENGLISH, new Properties());
        for (Properties bundle : List.of(bundles.getOrDefault(language, english), english)) {
            for (String key : keys) {
                String text = bundle.getProperty(key);
                if (text != null) {
                    return Optional.of(text);
                }
            }
        }
        return Optional.empty();
    }

    /** All keys of one language with their texts as written. */
    public Map<String, String> all(String language) {
        Map<String, String> all = new TreeMap<>();
        bundles.getOrDefault(language, new Properties())
                .forEach((key, text) -> all.put(key.toString(), text.toString()));
        return all;
    }

    /**
     * Puts the values in their places, {@code {list}}, in one pass: what a stranger put into a value is never read as a place.
     *
     * @throws IllegalArgumentException when a place has no value
     */
    public static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("there is no value for " + place.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static Properties read(Path file) throws IOException {
        Properties bundle = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            bundle.load(reader);
            return bundle;
        } catch (IllegalArgumentException e) {
            throw new BadSettingsException(List.of(file + ": " + e.getMessage()));
        }
    }

    private static String key(String language) {
        return language.toLowerCase(Locale.ROOT);
    }
}
