package org.sampan.digest.edition;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Kind;

/**
 * What an edition says and which clippings it carries, without them: thousands cost one short list of numbers.
 *
 * @param introduction {@code translations}, {@code ownWords}, {@code datedAt}: as of {@link Edition}
 */
public record EditionOutline(
        EditionId id,
        String title,
        Period period,
        Optional<String> introduction,
        List<Part> parts,
        List<Translation> translations,
        Map<ClippingId, OwnWords> ownWords,
        EditionState state,
        Edition.LastChange lastChange,
        Instant datedAt) {

    /** A section, in its order. */
    public record Part(Kind kind, List<ClippingId> clippings) {
        public Part {
            clippings = List.copyOf(clippings);
        }
    }

    public EditionOutline {
        parts = List.copyOf(parts);
        translations = List.copyOf(translations);
        ownWords = Map.copyOf(ownWords);
    }

    /** How many clippings it carries. */
    public int items() {
        return parts.stream().mapToInt(part -> part.clippings().size()).sum();
    }
}
