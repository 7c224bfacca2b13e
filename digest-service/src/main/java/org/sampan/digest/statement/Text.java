package org.sampan.digest.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.markdown.Markdown;

/**
 * A statement in one language.
 *
 * @param subject one line, with nothing that turns the direction of what follows; may be empty in a draft
 * @param changes what this version corrects, in words; empty in a first version
 * @param madeFrom {@link #wording} of the original it was last said to agree with; empty for the original itself
 * @param goesBeside wording of the original beside which somebody let it go although it is of an older one
 */
public record Text(
        Locale language,
        String subject,
        Markdown body,
        String changes,
        String madeFrom,
        // Left out where there is none, so that what was approved before there was this has its fingerprint still.
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> goesBeside) {
    public Text {
        if (language.getLanguage().isEmpty()) {
            throw new IllegalArgumentException("a text is in some language");
        }
        subject = oneLine(subject);
    }

    public Text(Locale language, String subject, Markdown body, String changes, String madeFrom) {
        this(language, subject, body, changes, madeFrom, Optional.empty());
    }

    /** A text of which nothing is written yet. */
    public static Text blank(Locale language) {
        return new Text(language, "", new Markdown(""), "", "");
    }

    public Text saying(String newSubject, Markdown newBody, String newChanges) {
        return new Text(language, newSubject, newBody, newChanges, madeFrom, goesBeside);
    }

    public Text madeFrom(Text original) {
        return new Text(language, subject, body, changes, original.wording());
    }

    /** It may go beside the original as that is now, though it was made of an older one. */
    public Text goingBeside(Text original) {
        return new Text(language, subject, body, changes, madeFrom, Optional.of(original.wording()));
    }

    public boolean isWhole() {
        return !subject.isBlank() && !body.source().isBlank();
    }

    /** A name for what it says: two texts with the same say the same. */
    public String wording() {
        return Digest.of(subject, body.source(), changes);
    }

    private static String oneLine(String subject) {
        return subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
                .replaceAll("[\\u202a-\\u202e\\u2066-\\u2069]", "")
                .strip();
    }
}
