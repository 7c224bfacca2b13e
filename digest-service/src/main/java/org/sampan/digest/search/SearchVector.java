package org.sampan.digest.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a text is found by, as PostgreSQL writes it ({@code tsvector}): words with their positions and weights, A the title,
 * B who it is by, D the rest.
 *
 * @param text not longer than PostgreSQL takes
 */
public record SearchVector(String text) {
    private static final int LAST_POSITION = 16_383;
    private static final int MOST_POSITIONS = 200;
    private static final int LONGEST = 700_000; // PostgreSQL: one mebibyte, in its own form

    public static SearchVector of(String title, String credits, String body) {
        Words words = new Words();
        words.add(SearchWords.of(title), 'A');
        words.add(SearchWords.of(credits), 'B');
        words.add(SearchWords.of(body), 'D');
        return new SearchVector(words.written());
    }

    private static final class Words {
        private final Map<String, Places> places = new LinkedHashMap<>();
        private int next = 1;

        /** A position is left free behind, so that no phrase goes from one text over into the next. */
        void add(List<String> words, char weight) {
            for (String word : words) {
                places.computeIfAbsent(word, it -> new Places()).add(Math.min(next++, LAST_POSITION), weight);
            }
            next++;
        }

        String written() {
            StringBuilder text = new StringBuilder();
            for (Map.Entry<String, Places> word : places.entrySet()) {
                if (text.length() > LONGEST) {
                    break;
                }
                text.append(SearchQuery.quoted(word.getKey()))
                        .append(word.getValue().text)
                        .append(' ');
            }
            return text.toString();
        }
    }

    private static final class Places {
        private final StringBuilder text = new StringBuilder();
        private int count;

        void add(int position, char weight) {
            if (count++ < MOST_POSITIONS) {
                text.append(text.isEmpty() ? ':' : ',').append(position);
                if (weight != 'D') {
                    text.append(weight);
                }
            }
        }
    }
}
