package org.sampan.digest.edition;

/**
 * What an edition prints of a clipping instead of the clipping's own words.
 *
 * @param title empty: the clipping's own
 * @param text plain; empty: the clipping's own summary
 */
public record OwnWords(String title, String text) {
    public static final OwnWords NONE = new OwnWords("", "");
}
