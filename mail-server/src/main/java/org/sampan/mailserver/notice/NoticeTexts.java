package org.sampan.mailserver.notice;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sampan.mailserver.settings.BadSettingsException;

/**
 * The words of the notices, one bundle a language: {@code templates/messages/notices_my.properties}, UTF-8. Immutable once read.
 */
final class NoticeTexts {
    private static final String ENGLISH = "en";
    private static final String PREFIX = "notices_";
    private static final String SUFFIX = ".properties";
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    private final Map<String, Properties> bundles;

    private NoticeTexts(Map<String, Properties> bundles) {
        this.bundles = bundles;
    }

    /** @throws BadSettingsException when a bundle cannot be read, or there is no English one */
    static NoticeTexts in(Path folder) {
        Map<String, Properties> bundles = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                bundles.put(key(name.substring(PREFIX.length(), name.length() - SUFFIX.length())), read(file));
            }
        } catch (IOException e) {
            throw new BadSettingsException(List.of(folder + ": cannot be read: " + e));
        }
        if (!bundles.containsKey(ENGLISH)) {
            throw new BadSettingsException(List.of(folder + ": there is no " + PREFIX + ENGLISH + SUFFIX));
        }
        return new NoticeTexts(bundles);
    }

    SortedSet<String> languages() {
        return new TreeSet<>(bundles.keySet());
    }

    /** The language a reader of this one gets: itself, without its region, or English. */
    String nearest(String language) {
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

    /**
     * The text of a kind of notice, or else the one all kinds share, with the values in their places.
     *
     * @throws IllegalArgumentException when there is no such text, or a place has no value
     */
    String say(String language, String kind, String key, Map<String, String> values) {
        Properties bundle = bundles.getOrDefault(language, english());
        String own = kind + "." + key;
        for (Properties each : List.of(bundle, english())) {
            String text = each.getProperty(own, each.getProperty(key));
            if (text != null) {
                return fill(text, values);
            }
        }
        throw new IllegalArgumentException("there is no text " + own);
    }

    /** All keys of one language with their texts as written. */
    Map<String, String> all(String language) {
        Map<String, String> all = new TreeMap<>();
        bundles.getOrDefault(language, new Properties())
                .forEach((key, text) -> all.put(key.toString(), text.toString()));
        return all;
    }

    private Properties english() {
        return bundles.getOrDefault(ENGLISH, new Properties());
    }

    /** In one pass: what a stranger put into a value is never read as a place. */
    private static String fill(String text, Map<String, String> values) {
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
