package org.sampan.mailserver.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What a post is found by, as PostgreSQL writes it ({@code tsvector}): words with positions and weights, A the subject, B the author,
 * D the rest.
 *
 * @param text not longer than PostgreSQL takes
 */
public record SearchVector(String text) {
    private static final int LAST_POSITION = 16_383;
    private static final int MOST_POSITIONS = 200;
    private static final int LONGEST = 700_000; // PostgreSQL: one mebibyte, in its own form

    /** Of a post with these texts. */
    public static SearchVector of(String subject, String author, String body) {
        Words words = new Words();
        words.add(SearchWords.of(subject), 'A');
        words.add(SearchWords.of(author), 'B');
        words.add(SearchWords.of(body), 'D');
        return new SearchVector(words.written());
    }

    private static final class Words {
        private final Map<String, StringJoiner> positions = new LinkedHashMap<>();
        private final Map<String, Integer> counts = new LinkedHashMap<>();
        private int next = 1;

        void add(List<String> words, char weight) {
            for (String word : words) {
                if (counts.merge(word, 1, Integer::sum) <= MOST_POSITIONS) {
                    positions
                            .computeIfAbsent(word, it -> new StringJoiner(","))
                            .add(Math.min(next, LAST_POSITION) + (weight == 'D' ? "" : String.valueOf(weight)));
                }
                next++;
            }
        }

        String written() {
            StringBuilder text = new StringBuilder();
            for (Map.Entry<String, StringJoiner> word : positions.entrySet()) {
                if (text.length() > LONGEST) {
                    break;
                }
                text.append('\'')
                        .append(word.getKey().replace("\\", "\\\\").replace("'", "''"))
                        .append("':")
                        .append(word.getValue())
                        .append(' ');
            }
            return text.toString();
        }
    }
}
