package org.sampan.digest.edition;

import java.util.Locale;

/**
 * What the desk writes for an edition, in another language than the main one.
 *
 * @param title empty: the edition's own
 * @param introduction Markdown; empty: there is none in this language
 * @param original names the words of the main language it was made from; see {@link Edition#originalWords()}
 */
public record Translation(Locale language, String title, String introduction, String original) {}
