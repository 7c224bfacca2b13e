package org.sampan.digest.clipping;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The clippings the newsroom keeps. Safe for many threads. */
public interface Clippings {

    /**
     * Takes what a source offers. The same item again, or the same or nearly the same story from elsewhere, never makes a
     * second clipping; the same item in another language makes a version. A clipping follows the source it was first met
     * in until the desk has edited it.
     */
    default Reception take(Offer offer) {
        return take(List.of(offer)).get(0);
    }

    /**
     * Takes several at once, one after the other; much quicker than one by one.
     *
     * @return what became of each, in their order
     * @throws org.springframework.dao.DataAccessException when one cannot be kept; then none is
     */
    List<Reception> take(List<Offer> offers);

    /** Keeps what somebody wrote, as a clipping of its own whatever it is like; the same item again is the same clipping. */
    ClippingId add(Offer offer);

    Optional<Clipping> find(ClippingId id);

    /** The clipping that an item of a source has become. */
    Optional<ClippingId> findItem(URI source, String item);

    /** Those of {@code ids} that exist. */
    Map<ClippingId, Clipping> load(Collection<ClippingId> ids);

    /** Newest first, at most {@code limit}, omitted ones too; {@code after} is the last of the page before. */
    default List<Clipping> page(Optional<ClippingId> after, int limit) {
        return page(ClippingFilter.ALL, after, limit);
    }

    /** Those the filter wants, newest first, at most {@code limit}; {@code after} is the last of the page before. */
    List<Clipping> page(ClippingFilter filter, Optional<ClippingId> after, int limit);

    /** How many there are in each state, of what the filter wants; its own state does not count. */
    Map<ClippingState, Integer> count(ClippingFilter filter);

    /** The same as {@link #page} and {@link #count}, while words are looked for once. */
    Found find(ClippingFilter filter, Optional<ClippingId> after, int limit);

    /** Says of clippings that an edition carries them, and of others that none does any more. */
    void noteUse(Collection<ClippingId> carried, Collection<ClippingId> free);

    /** Says that a published edition carries them: everybody may read them from then on. What was shown before stays so. */
    void noteShown(Collection<ClippingId> clippings, Instant at);

    /** What the filter wants of what everybody may read, the latest shown first; {@code after} as above. */
    List<Clipping> shown(ClippingFilter filter, Optional<ClippingId> after, int limit);

    /** What everybody may read, the latest shown first, with when that was. */
    Map<ClippingId, Instant> latestShown(int limit);

    /** When everybody may read it since; empty when nobody may, or it is not there. */
    Optional<Instant> shownSince(ClippingId id);

    /**
     * Makes clippings found by their words that are not yet.
     *
     * @param most at once
     * @return how many were
     */
    int readWords(int most);

    /** Those of {@code ids} that exist, their whole texts left out ({@link Story#html()} is empty): thousands fit in memory. */
    Map<ClippingId, Clipping> loadBrief(Collection<ClippingId> ids);

    /** Not omitted, published at or after {@code since} and before {@code until}, newest first; whole texts left out. */
    List<Clipping> publishedBetween(Instant since, Instant until);

    /** Keeps what the desk decided; false when there is no such clipping. Leaving it out alone does not make it edited. */
    boolean change(ClippingId id, Story story, boolean omitted);

    /** What each source said itself, in the order they were met; one when it was met once. Empty when there is none. */
    List<Wording> wordings(ClippingId id);

    /** Makes one clipping of two that tell the same story: {@code kept} has all origins, {@code other} is gone. */
    Merging merge(ClippingId kept, ClippingId other);

    /**
     * Makes a clipping of its own of what one source said.
     *
     * @return the new clipping; empty when {@code from} has no such item, or nothing else
     */
    Optional<ClippingId> split(ClippingId from, URI source, String item);

    /** The same document in other languages, in the order of their languages' tags; without {@code id} itself. */
    List<Clipping> versions(ClippingId id);

    /** What readers of a language get instead of these: those of {@code ids} that have a version in it, with that version. */
    Map<ClippingId, Clipping> versionsIn(Locale language, Collection<ClippingId> ids);

    /** Which of {@code ids} are one document: the same number, for those that are versions of others. */
    Map<ClippingId, Long> documents(Collection<ClippingId> ids);

    /** Says that two clippings, and all versions of both, are one document; false when one of them is not there. */
    boolean linkVersions(ClippingId one, ClippingId other);

    /** Says that a clipping is no version of any other. */
    void unlinkVersion(ClippingId id);
}
