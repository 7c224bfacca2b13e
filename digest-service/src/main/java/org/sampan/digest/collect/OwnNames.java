package org.sampan.digest.collect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Leaves items only the names that are theirs alone. Some feeds give one GUID to all they have, or one address, the site's own: by
 * it, all of them would be one story.
 */
final class OwnNames {
    private static final Pattern FRONT_PAGE = Pattern.compile("(?i)https?://[^/?#]+/?");

    private OwnNames() {}

    static List<FeedItem> in(List<FeedItem> items) {
        List<FeedItem> placed = items.stream()
                .map(item -> item.link().filter(OwnNames::isFrontPage).isPresent() && isNamedOtherwise(item)
                        ? item.withoutLink()
                        : item)
                .toList();
        Set<String> guids = shared(
                placed,
                FeedItem::guid,
                item -> item.link().filter(link -> !isGuid(link, item)).orElse(item.title()));
        List<FeedItem> named = placed.stream()
                .map(item -> item.guid().filter(guids::contains).isPresent() ? item.withoutGuid() : item)
                .toList();
        Set<String> links = shared(named, FeedItem::link, item -> item.guid().orElse(item.title()));
        return named.stream()
                .map(item -> item.link().filter(links::contains).isPresent() ? item.withoutLink() : item)
                .toList();
    }

    private static boolean isFrontPage(String link) {
        return FRONT_PAGE.matcher(link).matches();
    }

    /** A feed that gives no GUIDs is read as if its addresses were. */
    private static boolean isGuid(String link, FeedItem item) {
        return item.guid().filter(link::equals).isPresent();
    }

    private static boolean isNamedOtherwise(FeedItem item) {
        return item.guid().isPresent() || !item.title().isEmpty();
    }

    /** What items of one name are called, and what else tells them apart. */
    private record Bearers(Set<String> titles, Set<String> others) {
        Bearers() {
            this(new HashSet<>(), new HashSet<>());
        }

        boolean areSeveral() {
            return titles.size() > 1 && others.size() > 1;
        }
    }

    /** Names of several items; one that has only changed its title is no several. */
    private static Set<String> shared(
            List<FeedItem> items, Function<FeedItem, Optional<String>> name, Function<FeedItem, String> otherName) {
        Map<String, Bearers> bearers = new HashMap<>();
        for (FeedItem item : items) {
            name.apply(item).ifPresent(it -> {
                Bearers same = bearers.computeIfAbsent(it, unseen -> new Bearers());
                same.titles().add(item.title());
                same.others().add(otherName.apply(item));
            });
        }
        return bearers.entrySet().stream()
                .filter(one -> one.getValue().areSeveral())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
