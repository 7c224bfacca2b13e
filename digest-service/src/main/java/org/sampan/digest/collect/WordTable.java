package org.sampan.digest.collect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Counts in a text the words that stand for something. */
final class WordTable<K> {
    private final Map<K, Pattern> words = new LinkedHashMap<>();

    private WordTable() {}

    /** @param wholeWords a word in Latin letters must end where it ends in the table, not only begin there */
    static <K> WordTable<K> of(Map<String, List<String>> table, Function<String, K> key, boolean wholeWords) {
        WordTable<K> made = new WordTable<>();
        table.forEach((name, words) -> made.words.put(key.apply(name), pattern(words, wholeWords)));
        return made;
    }

    private static Pattern pattern(List<String> names, boolean wholeWords) {
        return Pattern.compile(
                names.stream().map(name -> word(name, wholeWords)).collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String word(String name, boolean wholeWords) {
        boolean latin = name.codePoints()
                .filter(Character::isLetter)
                .allMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN);
        return latin ? "(?<!\\p{L})" + Pattern.quote(name) + (wholeWords ? "(?!\\p{L})" : "") : Pattern.quote(name);
    }

    /** How often each is named; what is not named is left out. In the table's order. */
    Map<K, Long> count(String text) {
        Map<K, Long> counts = new LinkedHashMap<>();
        words.forEach((key, pattern) -> {
            long count = pattern.matcher(text).results().count();
            if (count > 0) {
                counts.put(key, count);
            }
        });
        return counts;
    }
}
