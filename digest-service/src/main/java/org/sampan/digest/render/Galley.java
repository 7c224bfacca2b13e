package org.sampan.digest.render;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.Series;
import org.sampan.digest.markdown.Excerpt;
import org.sampan.digest.markdown.PlainText;

/** The items of one edition, each set once and printed in all its languages. Safe for many threads. */
final class Galley {
    private static final int COLUMNS = 72;

    private final Edition edition;
    private final Optional<Excerpt> excerpt;
    private final Map<ClippingId, PrintedItem> items = new ConcurrentHashMap<>();
    private final PlainText plainText = new PlainText(COLUMNS);

    Galley(Series series, Edition edition) {
        this.edition = edition;
        this.excerpt = series.measures().excerpt().map(Excerpt::new);
    }

    Edition edition() {
        return edition;
    }

    /** @param shown a clipping of the edition, or a version of one */
    PrintedItem item(Clipping shown) {
        return items.computeIfAbsent(
                shown.id(), id -> new PrintedItem(shown, edition.ownWords(id), excerpt, plainText));
    }

    String wrap(String text, String indent, Locale language) {
        return plainText.wrap(text, indent, language);
    }
}
