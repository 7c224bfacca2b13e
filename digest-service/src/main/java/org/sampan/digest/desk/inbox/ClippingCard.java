package org.sampan.digest.desk.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.clipping.Country;

/**
 * A clipping as the inbox shows it.
 *
 * @param sources from how many it came
 * @param versions the same in other languages
 * @param editions that carry it
 * @param undo the deeds just done to it that can be taken back, as {@link DoneNote} writes them; empty when none can
 */
public record ClippingCard(
        long id,
        String title,
        Locale language,
        String kind,
        Instant publishedAt,
        Optional<String> outlet,
        Optional<Country> country,
        String summary,
        String state,
        int sources,
        List<VersionMark> versions,
        List<EditionMark> editions,
        String undo) {

    /** The clipping in another language. {@code stale}: this or that one no longer says what its original says. */
    public record VersionMark(long id, Locale language, boolean stale) {}

    /** An edition that carries it. */
    public record EditionMark(String name, int number, String path) {}

    ClippingCard withUndo(String deeds) {
        return new ClippingCard(
                id,
                title,
                language,
                kind,
                publishedAt,
                outlet,
                country,
                summary,
                state,
                sources,
                versions,
                editions,
                deeds);
    }
}
