package org.sampan.digest.edition;

import java.util.Locale;

/**
 * An edition as readers of one language get it: the same in HTML and in plain text.
 *
 * @param preface tells readers of this language, in a mail of several, that theirs is in there
 */
public record Rendering(Locale language, String subject, LongText html, LongText text, String preface) {
    public Rendering(Locale language, String subject, String html, String text, String preface) {
        this(language, subject, LongText.of(html), LongText.of(text), preface);
    }
}
