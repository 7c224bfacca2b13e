package org.sampan.digest.collect;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.clipping.Country;
import org.springframework.stereotype.Component;

/**
 * The country a text is about: the one its title names alone, or else the one its text names clearly more often than
 * any other. A text about several is about none. The words are the operator's,
 * {@code config/words/countries.yaml}.
 */
@Component
final class CountryWords {
    private static final int FEWEST = 2;

    private final WordTable<Country> words;

    CountryWords(WordFiles files) {
        this.words = WordTable.of(files.words("countries.yaml"), Country::new, true);
    }

    Optional<Country> about(String title, String text) {
        Map<Country, Long> inTitle = words.count(title);
        if (inTitle.size() == 1) {
            return inTitle.keySet().stream().findFirst();
        }
        return inTitle.isEmpty() ? leading(words.count(text)) : Optional.empty();
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
}
