package org.sampan.digest.collect;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.ahocorasick.trie.PayloadEmit;
import org.ahocorasick.trie.PayloadTrie;

/** Counts in a text the words that stand for something: all of them in one pass, however many there are (Aho–Corasick). */
final class WordTable<K> {
    private final Set<K> keys = new LinkedHashSet<>();
    private final PayloadTrie<Word<K>> trie;

    /** @param begins it must begin where a word begins; and {@code ends} where one ends */
    private record Word<K>(K key, boolean begins, boolean ends) {}

    private WordTable(Map<String, List<String>> table, Function<String, K> naming, boolean wholeWords) {
        PayloadTrie.PayloadTrieBuilder<Word<K>> builder = PayloadTrie.builder();
        table.forEach((name, words) -> {
            K key = naming.apply(name);
            keys.add(key);
            for (String word : words) {
                boolean spaced = isLatin(word);
                builder.addKeyword(word.toLowerCase(Locale.ROOT), new Word<>(key, spaced, spaced && wholeWords));
            }
        });
        this.trie = builder.build();
    }

    /** @param wholeWords a word in Latin letters must end where it ends in the table, not only begin there */
    static <K> WordTable<K> of(Map<String, List<String>> table, Function<String, K> key, boolean wholeWords) {
        return new WordTable<>(table, key, wholeWords);
    }

    /** Scripts without spaces show nowhere that a word begins. */
    private static boolean isLatin(String word) {
        return word.codePoints()
                .filter(Character::isLetter)
                .allMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN);
    }

    /** How often each is named; what is not named is left out. In the table's order. */
    Map<K, Long> count(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Map<K, Long> counts = new HashMap<>();
        Map<K, Integer> ends = new HashMap<>();
        trie.parseText(lower, (PayloadEmit<Word<K>> found) -> {
            Word<K> word = found.getPayload();
            // Two words of one thing that lie over one another ("wage", "wages") name it once.
            if (found.getStart() > ends.getOrDefault(word.key(), -1) && stands(lower, found)) {
                ends.put(word.key(), found.getEnd());
                counts.merge(word.key(), 1L, Long::sum);
            }
            return true;
        });
        Map<K, Long> ordered = new LinkedHashMap<>();
        keys.stream().filter(counts::containsKey).forEach(key -> ordered.put(key, counts.getOrDefault(key, 0L)));
        return ordered;
    }

    private static <K> boolean stands(String text, PayloadEmit<Word<K>> found) {
        Word<K> word = found.getPayload();
        boolean letterBefore = found.getStart() > 0 && Character.isLetter(text.codePointBefore(found.getStart()));
        int behind = found.getEnd() + 1;
        boolean letterBehind = behind < text.length() && Character.isLetter(text.codePointAt(behind));
        return !(word.begins() && letterBefore) && !(word.ends() && letterBehind);
    }
}
