package org.sampan.digest.clipping;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Documents that are had in several languages, and whether the translations still say what the original says. */
public interface Versions {

    /** All versions of the document of each, itself too, by language; without those that have no other. */
    Map<ClippingId, List<Version>> of(Collection<ClippingId> ids);

    /** The translation says what its original says now; nothing changes when it is none. */
    void confirm(ClippingId translation);

    /** The others of its document are translations of this one, of what it says now. */
    void declareOriginal(ClippingId id);

    /** How the clippings hang together; for {@link #restore}. */
    List<Link> links(Collection<ClippingId> ids);

    /** Lets {@code ids} hang together as they did, and no other way. */
    void restore(Collection<ClippingId> ids, List<Link> past);

    /**
     * That a clipping belongs to a document.
     *
     * @param original what it is a translation of
     * @param originalText tells what the original said then
     */
    record Link(ClippingId id, long document, Optional<ClippingId> original, Optional<String> originalText) {}
}
