package org.sampan.digest.collect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sampan.digest.clipping.Country;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The country a text is about: the one its title names alone, or else the one its text names clearly more often than
 * any other. A text about several is about none. The words are data, {@code countries.yaml} beside this class.
 */
@Component
final class CountryWords {
    private static final int FEWEST = 2;

    private final Map<Country, Pattern> words;

    CountryWords() {
        this.words = load();
    }

    private static Map<Country, Pattern> load() {
        try (InputStream in = CountryWords.class.getResourceAsStream("countries.yaml")) {
            Map<String, List<String>> table =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(in));
            Map<Country, Pattern> patterns = new LinkedHashMap<>();
            table.forEach((code, names) -> patterns.put(new Country(code), pattern(names)));
            return patterns;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Pattern pattern(List<String> names) {
        return Pattern.compile(
                names.stream().map(CountryWords::word).collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String word(String name) {
        boolean latin = name.codePoints()
                .filter(Character::isLetter)
                .allMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN);
        return latin ? "(?<!\\p{L})" + Pattern.quote(name) + "(?!\\p{L})" : Pattern.quote(name);
    }

    Optional<Country> about(String title, String text) {
        Map<Country, Long> inTitle = count(title);
        if (inTitle.size() == 1) {
            return inTitle.keySet().stream().findFirst();
        }
        return inTitle.isEmpty() ? leading(count(text)) : Optional.empty();
    }

    private static Optional<Country> leading(Map<Country, Long> counts) {
        List<Map.Entry<Country, Long>> ranked = counts.entrySet().stream()
                .sorted(Map.Entry.<Country, Long>comparingByValue(Comparator.reverseOrder()))
                .toList();
        if (ranked.isEmpty() || ranked.get(0).getValue() < FEWEST) {
            return Optional.empty();
        }
        boolean clear = ranked.size() == 1
                || ranked.get(0).getValue() >= 2 * ranked.get(1).getValue();
        return clear ? Optional.of(ranked.get(0).getKey()) : Optional.empty();
    }

    private Map<Country, Long> count(String text) {
        Map<Country, Long> counts = new LinkedHashMap<>();
        words.forEach((country, pattern) -> {
            Matcher matcher = pattern.matcher(text);
            long found = matcher.results().count();
            if (found > 0) {
                counts.put(country, found);
            }
        });
        return counts;
    }
}
