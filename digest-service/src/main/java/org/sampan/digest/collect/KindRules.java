package org.sampan.digest.collect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.source.Source;
import org.springframework.stereotype.Component;

/**
 * What kind an item is: by what the source was declared to mean by its categories, by the category rules, by the
 * source's own kind, by the remaining rules. The rules are the operator's,
 * {@code config/words/kinds.yaml}.
 */
@Component
final class KindRules {
    private final List<KindRule> categories;
    private final List<KindRule> otherwise;

    KindRules(WordFiles files) {
        Map<String, List<Map<String, String>>> tables = files.read("kinds.yaml");
        this.categories = rules(tables, "categories");
        this.otherwise = rules(tables, "otherwise");
    }

    private static List<KindRule> rules(Map<String, List<Map<String, String>>> tables, String name) {
        return Objects.requireNonNull(tables.get(name)).stream()
                .map(KindRule::of)
                .toList();
    }

    Kind judge(KindRule.Evidence evidence, Source source) {
        return evidence.categories().stream()
                .map(category -> source.categories().get(category.toLowerCase(Locale.ROOT)))
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> first(categories, evidence))
                .or(source::kind)
                .or(() -> first(otherwise, evidence))
                .orElse(Kind.ACTIVITY);
    }

    private static Optional<Kind> first(List<KindRule> rules, KindRule.Evidence evidence) {
        return rules.stream()
                .filter(rule -> rule.fits(evidence))
                .map(KindRule::kind)
                .findFirst();
    }
}
