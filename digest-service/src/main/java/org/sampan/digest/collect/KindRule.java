package org.sampan.digest.collect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sampan.digest.clipping.Kind;

/** One row of {@code kinds.yaml}: a kind, and the conditions under which an item is of it. */
record KindRule(
        Kind kind,
        Optional<Pattern> category,
        Optional<Pattern> title,
        Optional<Pattern> text,
        Optional<Boolean> credited) {

    static KindRule of(Map<String, String> row) {
        Optional<Boolean> credited = row.containsKey("credited")
                ? Optional.of(true)
                : Optional.of(false).filter(no -> row.containsKey("uncredited"));
        return new KindRule(
                Kind.of(String.valueOf(row.get("kind"))).orElseThrow(),
                pattern(row, "category"),
                pattern(row, "title"),
                pattern(row, "text"),
                credited);
    }

    private static Optional<Pattern> pattern(Map<String, String> row, String key) {
        return Optional.ofNullable(row.get(key))
                .map(text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    boolean fits(Evidence evidence) {
        return fits(category, evidence.categories())
                && fits(title, List.of(evidence.title()))
                && fits(text, evidence.paragraphs())
                && credited.map(wanted -> wanted == evidence.credited()).orElse(true);
    }

    private static boolean fits(Optional<Pattern> pattern, List<String> texts) {
        return pattern.isEmpty()
                || texts.stream().anyMatch(text -> pattern.get().matcher(text).find());
    }

    /** What is judged by. {@code credited}: the item names an outlet that is not its feed's own. */
    record Evidence(List<String> categories, String title, List<String> paragraphs, boolean credited) {}
}
