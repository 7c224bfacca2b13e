package org.sampan.digest.clipping;

import java.util.Locale;

/**
 * A clipping as one language of a document that is had in several.
 *
 * @param original the others are translations of it; a document may be without, or its original be unknown
 * @param stale its original has changed since this was made, or since an editor said that it was still right
 */
public record Version(ClippingId id, Locale language, String title, boolean original, boolean stale) {}
