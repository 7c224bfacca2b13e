package org.sampan.digest.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a reader typed, as PostgreSQL asks for it ({@code tsquery}): every word must be there, in any order; what is written
 * without a space, as Thai and Chinese are, in this order. The beginning of a word finds the whole.
 *
 * @param text empty when there is nothing to look for in it
 */
public record SearchQuery(String text) {
    private static final int MOST_WORDS = 20;

    /** Shorter beginnings would find almost everything. */
    private static final int BEGINNING = 3;

    public static SearchQuery of(String typed) {
        return new SearchQuery(Arrays.stream(typed.strip().split("\\s+"))
                .limit(MOST_WORDS)
                .map(SearchQuery::phrase)
                .filter(phrase -> !phrase.isEmpty())
                .collect(Collectors.joining(" & ")));
    }

    private static String phrase(String unspaced) {
        List<String> words = SearchWords.of(unspaced);
        return words.stream()
                .map(SearchQuery::word)
                .collect(Collectors.joining(" <-> ", "(", ")"))
                .replace("()", "");
    }

    private static String word(String word) {
        return quoted(word) + (word.codePointCount(0, word.length()) >= BEGINNING ? ":*" : "");
    }

    static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
