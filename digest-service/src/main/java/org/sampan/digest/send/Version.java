package org.sampan.digest.send;

import java.util.Locale;
import org.sampan.digest.edition.Rendering;

/**
 * A mail in one language.
 *
 * @param preface what old mail programs show of a mail in several languages, said in this one
 */
record Version(Locale language, String subject, String html, String text, String preface) {
    static Version of(Rendering rendering) {
        return new Version(
                rendering.language(),
                rendering.subject(),
                rendering.html().toString(),
                rendering.text().toString(),
                rendering.preface());
    }
}
