package org.sampan.digest.clipping;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Judges what an offer is to a story that the newsroom has already. Exactly the same are those that share a link, a
 * GUID or a telling title; nearly the same are those whose texts share most of their pieces: a press release under a new
 * lead, an agency's report as two newspapers print it.
 */
final class SameStory {
    /** The same title later than this is next month's meeting, not this month's. */
    static final Duration SAME_TITLE_WITHIN = Duration.ofDays(4);

    /** A text that comes back later than this is next month's invitation, or news again. */
    static final Duration SAME_TEXT_WITHIN = Duration.ofDays(14);

    /** This much of the shorter text stands in the longer one: measured, see {@code SameStoryMeasurementTest}. */
    static final double SAME_CONTAINMENT = 0.6;

    /** A shorter text that stands whole in a much longer one is quoted there: a round-up is not its items. */
    static final double SAME_LIKENESS = 0.35;

    /** Two languages share names and numbers, not more. */
    private static final double TRANSLATED_CONTAINMENT = 0.3;

    private static final Pattern GLOBAL = Pattern.compile("(?i)(https?|urn|tag|uuid):.{8,}");

    /** What an offer is to a clipping. */
    enum Relation {
        OTHER,
        /** The same story. */
        SAME,
        /** The same document in another language. */
        TRANSLATION
    }

    /** Only an address-like GUID means anything outside its own feed. */
    static Optional<String> globalGuid(Origin origin) {
        return origin.guid().filter(guid -> GLOBAL.matcher(guid).matches());
    }

    /** What texts are compared by. */
    static Shingles shingles(Story story) {
        return Shingles.of(Sketch.plain(story));
    }

    Relation relation(Offer offer, Shingles text, Clipping known) {
        boolean sameItem = sameLink(offer, known) || sameGuid(offer, known);
        boolean sameLanguage = offer.story()
                .language()
                .getLanguage()
                .equals(known.story().language().getLanguage());
        if (sameItem) {
            return !sameLanguage && isOtherText(text, shingles(known.story())) ? Relation.TRANSLATION : Relation.SAME;
        }
        return sameLanguage
                        && isFromElsewhere(offer, known)
                        && (sameTitle(offer, known) || sameText(offer, text, known))
                ? Relation.SAME
                : Relation.OTHER;
    }

    /** A language told wrongly of the same text makes no translation of it. */
    private static boolean isOtherText(Shingles one, Shingles other) {
        return one.isTelling() && other.isTelling() && one.containment(other) < TRANSLATED_CONTAINMENT;
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

    /** A source that gives us two items means two stories, however alike: only another source's speak for sameness. */
    private static boolean isFromElsewhere(Offer offer, Clipping known) {
        return known.origins().stream()
                .noneMatch(origin -> origin.source().equals(offer.origin().source()));
    }

    private static boolean sameTitle(Offer offer, Clipping known) {
        TitleKey title = TitleKey.of(offer.story().title());
        return title.isTelling()
                && title.equals(TitleKey.of(known.story().title()))
                && isWithin(SAME_TITLE_WITHIN, offer, known);
    }

    private static boolean sameText(Offer offer, Shingles text, Clipping known) {
        if (!text.isTelling() || !isWithin(SAME_TEXT_WITHIN, offer, known)) {
            return false;
        }
        Shingles other = shingles(known.story());
        return other.isTelling()
                && text.containment(other) >= SAME_CONTAINMENT
                && text.likeness(other) >= SAME_LIKENESS;
    }

    private static boolean isWithin(Duration most, Offer offer, Clipping known) {
        return Duration.between(offer.story().publishedAt(), known.story().publishedAt())
                        .abs()
                        .compareTo(most)
                <= 0;
    }
}
