package org.sampan.digest.edition;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sampan.digest.clipping.ClippingId;

/** The editions made so far, with their clippings. Safe for many threads. */
public interface Editions {

    Optional<Edition> find(EditionId id);

    /** Of one series or of all, newest first, at most {@code limit}. */
    List<Edition> newest(Optional<String> series, int limit);

    /** Published ones only, newest first: what pages and feeds may show. */
    List<Edition> published(Optional<String> series, int limit);

    /** The one of exactly this period, whatever its state. */
    Optional<Edition> ofPeriod(String series, Period period);

    /** The oldest that has not been sent yet. */
    Optional<Edition> unfinished(String series);

    /** Where the next one begins: the end of the latest. */
    Optional<Instant> latestUntil(String series);

    /** Those of {@code clippings} that an edition of the series carries already. */
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

    /** Keeps what the desk decided and sets the state back to COMPILED; false when it is sent or unknown. */
    boolean change(Edition edition);

    /** Keeps the renderings, the main language first; COMPILED becomes RENDERED. */
    void keepRenderings(EditionId id, List<Rendering> renderings);

    /** RENDERED becomes SENT; a second time changes nothing. */
    void markSent(EditionId id, Instant at);

    /** SENT becomes PUBLISHED; a second time changes nothing. */
    void markPublished(EditionId id, Instant at);

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
