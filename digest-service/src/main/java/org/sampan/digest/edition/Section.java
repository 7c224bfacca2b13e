package org.sampan.digest.edition;

import java.util.List;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.Kind;

/** The clippings of one kind in their printed order; never empty. */
public record Section(Kind kind, List<Clipping> clippings) {
    public Section {
        clippings = List.copyOf(clippings);
    }

    EditionOutline.Part outline() {
        return new EditionOutline.Part(
                kind, clippings.stream().map(Clipping::id).toList());
    }
}
