package org.sampan.digest.render;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;

/** What readers of a language get instead of a clipping: its version in their language, where there is one. */
interface ReaderVersions {
    Map<ClippingId, Clipping> in(Locale language, Collection<ClippingId> clippings);
}
