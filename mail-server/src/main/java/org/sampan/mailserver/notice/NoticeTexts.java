package org.sampan.mailserver.notice;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
 * The words of the notices. A language has a bundle, {@code templates/messages/notices_my.properties}, UTF-8, and may have more of
 * them, one a subject: {@code notices-bounces_my.properties}. Immutable once read.
 */
final class NoticeTexts {
    static final String ENGLISH = "en";
    private static final Pattern FILE = Pattern.compile("notices(?:-[a-z]+)?_([A-Za-z0-9-]+)\\.properties");
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    private final Map<String, Map<String, String>> bundles;

    private NoticeTexts(Map<String, Map<String, String>> bundles) {
        this.bundles = bundles;
    }

    /** @throws BadSettingsException when a bundle cannot be read, two say the same, or there is no English one */
    static NoticeTexts in(Path folder) {
        Map<String, Map<String, String>> bundles = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files(folder)) {
            Map<String, String> bundle = bundles.computeIfAbsent(languageOf(file), language -> new HashMap<>());
            read(file).forEach((key, text) -> {
                if (bundle.put(key, text) != null) {
                    problems.add(file + ": " + key + " stands in another bundle of the language, too");
                }
            });
        }
        if (!bundles.containsKey(ENGLISH)) {
            problems.add(folder + ": there is no notices_en.properties");
        }
        if (!problems.isEmpty()) {
            throw new BadSettingsException(problems);
        }
        return new NoticeTexts(bundles);
    }

    /** Bundles in a folder, by name. */
    static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(
                folder, it -> FILE.matcher(it.getFileName().toString()).matches())) {
            found.forEach(files::add);
        } catch (IOException e) {
            throw new BadSettingsException(List.of(folder + ": cannot be read: " + e));
        }
        files.sort(null);
        return files;
    }

    /** @param file one of {@link #files} */
    static String languageOf(Path file) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException(file + " is no bundle");
        }
        return key(name.group(1));
    }

    /** @throws BadSettingsException when it cannot be read */
    static Map<String, String> read(Path file) {
        Properties bundle = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            bundle.load(reader);
        } catch (IllegalArgumentException | IOException e) {
            throw new BadSettingsException(List.of(file + ": cannot be read: " + e.getMessage()));
        }
        Map<String, String> texts = new TreeMap<>();
        bundle.forEach((key, text) -> texts.put(key.toString(), text.toString()));
        return texts;
    }

    /** What a text names in braces. */
    static SortedSet<String> places(String text) {
        SortedSet<String> places = new TreeSet<>();
        PLACE.matcher(text).results().forEach(it -> places.add(it.group(1)));
        return places;
    }

    /** These with some texts of a language in the place of ours. */
    NoticeTexts with(String language, Map<String, String> texts) {
        Map<String, Map<String, String>> changed = new TreeMap<>(bundles);
        Map<String, String> bundle = new HashMap<>(all(language));
        bundle.putAll(texts);
        changed.put(key(language), bundle);
        return new NoticeTexts(changed);
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
        String own = kind + "." + key;
        for (Map<String, String> bundle : List.of(all(language), all(ENGLISH))) {
            String text = bundle.getOrDefault(own, bundle.get(key));
            if (text != null) {
                return fill(text, values);
            }
        }
        throw new IllegalArgumentException("there is no text " + own);
    }

    /** All keys of one language with their texts as written. */
    Map<String, String> all(String language) {
        return bundles.getOrDefault(key(language), Map.of());
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

    private static String key(String language) {
        return language.toLowerCase(Locale.ROOT);
    }
}
