package org.sampan.digest.edition;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.sampan.digest.clipping.ClippingId;

/** The editions made so far, with their clippings. Safe for many threads. */
public interface Editions {

    Optional<Edition> find(EditionId id);

    /** As it is printed: its clippings without their whole texts, so that thousands fit in memory. */
    Optional<Edition> findBrief(EditionId id);

    /** What it says, without its clippings. */
    Optional<EditionOutline> outline(EditionId id);

    /** Of one series or of all, newest first, at most {@code limit}. */
    List<Edition> newest(Optional<String> series, int limit);

    /** Published ones only, newest first: what pages and feeds may show. */
    List<Edition> published(Optional<String> series, int limit);

    /** As {@link #newest}, without what they carry. */
    List<EditionHead> heads(Optional<String> series, int limit);

    /** The one of exactly this period, whatever its state. */
    Optional<Edition> ofPeriod(String series, Period period);

    /** The one that ends exactly then, whatever its state: there is at most one that was made without a beginning. */
    Optional<Edition> endingAt(String series, Instant until);

    /** The oldest that has not been sent yet. */
    Optional<Edition> unfinished(String series);

    /** Where the next one begins: the end of the latest. */
    Optional<Instant> latestUntil(String series);

    /** Those of {@code clippings} that an edition of the series carries already, be it in another language. */
    Set<ClippingId> carried(String series, Collection<ClippingId> clippings);

    /** Which editions carry each, of whatever series and state, the oldest first; without those that none carries. */
    Map<ClippingId, List<EditionId>> carrying(Collection<ClippingId> clippings);

    /** The number that {@link #add} would give. */
    int nextNumber(String series);

    /**
     * Keeps a new edition in state COMPILED, under {@code number} or else the next one.
     *
     * @throws IllegalStateException when the number or the period is taken, or is smaller than one given before, or an
     *     edition of the series carries one of the clippings already; nothing is kept then
     */
    Edition add(NewEdition edition, Optional<Integer> number);

    /**
     * Keeps what the desk decided: {@code change} gets the edition as it is now, one change after the other. The state goes
     * back to COMPILED, and what was approved is so no more.
     *
     * @return as it is now; empty when it is unknown or no draft any more
     */
    Optional<Edition> change(EditionId id, UnaryOperator<Edition> change, Edition.LastChange by);

    /** Throws a draft away: its clippings are free for another. False when it is none. */
    boolean remove(EditionId id);

    /** Brings a draft back that was thrown away; false when its number, its period or a clipping is taken by now. */
    boolean restore(Edition draft);

    /**
     * Keeps the renderings, the main language first, taking one after the other; COMPILED becomes RENDERED.
     *
     * @param of names what they show
     */
    void keepRenderings(EditionId id, Iterable<Rendering> renderings, String of);

    /** What the kept renderings show; empty when there are none. */
    Optional<String> renderedOf(EditionId id);

    /** RENDERED becomes SENDING: from now on nothing in it changes. True when it is SENDING. */
    boolean beginSending(EditionId id);

    /** Certainly nobody got it: SENDING becomes RENDERED. */
    void takeBackSending(EditionId id);

    /** RENDERED or SENDING becomes SENT; a second time changes nothing. */
    void markSent(EditionId id, Instant at);

    /** SENT becomes PUBLISHED; a second time changes nothing. */
    void markPublished(EditionId id, Instant at);

    /**
     * Takes a clipping out of every edition that is not sent, back to COMPILED then, and what editions say of it out of all; those
     * that carry or carried it lose their renderings, one that is being handed over as soon as that has ended.
     *
     * @param versions of the same document: who carries one of them may have printed the clipping in its stead
     * @return those editions
     */
    List<EditionId> withdraw(ClippingId clipping, Collection<ClippingId> versions);

    /** When clippings were taken down that it carries, the oldest first. */
    List<Instant> takedowns(EditionId id);

    /** The main language first; empty before it was rendered. */
    List<Rendering> renderings(EditionId id);

    /** In {@code language}, or else in the main one; empty before it was rendered. */
    default Optional<Rendering> rendering(EditionId id, Locale language) {
        List<Rendering> all = renderings(id);
        return all.stream()
                .filter(one -> one.language().getLanguage().equals(language.getLanguage()))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }
}
