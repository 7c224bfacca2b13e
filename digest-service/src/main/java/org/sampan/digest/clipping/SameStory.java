package org.sampan.digest.clipping;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Judges whether an offer is a story that the newsroom has already. Candidates share a link, a GUID or a title with the
 * offer; likeness of the texts themselves would be judged here too.
 */
final class SameStory {
    /** The same title later than this is next month's meeting, not this month's. */
    static final Duration SAME_TITLE_WITHIN = Duration.ofDays(4);

    private static final Pattern GLOBAL = Pattern.compile("(?i)(https?|urn|tag|uuid):.{8,}");

    /** Only an address-like GUID means anything outside its own feed. */
    static Optional<String> globalGuid(Origin origin) {
        return origin.guid().filter(guid -> GLOBAL.matcher(guid).matches());
    }

    boolean isSame(Offer offer, Clipping known) {
        return sameLink(offer, known) || sameGuid(offer, known) || sameTitle(offer, known);
    }

    private static boolean sameLink(Offer offer, Clipping known) {
        Optional<?> link = offer.story().link();
        return link.isPresent()
                && (link.equals(known.story().link())
                        || known.origins().stream().anyMatch(origin -> link.equals(origin.link())));
    }

    private static boolean sameGuid(Offer offer, Clipping known) {
        Optional<String> guid = globalGuid(offer.origin());
        return guid.isPresent() && known.origins().stream().anyMatch(origin -> guid.equals(origin.guid()));
    }

    /** A source that gives one title to two items means two stories: only another source's title speaks for sameness. */
    private static boolean sameTitle(Offer offer, Clipping known) {
        TitleKey title = TitleKey.of(offer.story().title());
        Duration apart = Duration.between(
                        offer.story().publishedAt(), known.story().publishedAt())
                .abs();
        return title.isTelling()
                && title.equals(TitleKey.of(known.story().title()))
                && apart.compareTo(SAME_TITLE_WITHIN) <= 0
                && known.origins().stream()
                        .noneMatch(
                                origin -> origin.source().equals(offer.origin().source()));
    }
}
