package org.sampan.digest.collect;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sampan.digest.clipping.Topic;
import org.springframework.stereotype.Component;

/**
 * What a text is about: the topics its title names, and those its text names more than once; at most three, the ones named most
 * first. The words are the operator's, {@code config/words/topics.yaml}.
 */
@Component
final class TopicWords {
    private static final int MOST = 3;
    private static final int FEWEST = 2;
    /** A word in the title weighs as much as this many in the text. */
    private static final int TITLE = 5;

    private final WordTable<Topic> words;

    TopicWords(WordFiles files) {
        this.words = WordTable.of(files.words("topics.yaml"), Topic::new, false);
    }

    List<Topic> about(String title, String text) {
        Map<Topic, Long> weights = new HashMap<>();
        words.count(title).forEach((topic, count) -> weights.merge(topic, count * TITLE, Long::sum));
        words.count(text).forEach((topic, count) -> weights.merge(topic, count, Long::sum));
        return weights.entrySet().stream()
                .filter(entry -> entry.getValue() >= FEWEST)
                .sorted(Map.Entry.<Topic, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().slug()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }
}
