package org.sampan.mailserver.post;

import java.util.Map;
import javax.inject.Inject;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.settings.Texts;

/** Puts reasons, and what the rules for posting do, into the reader's language. Safe for many threads. */
public final class ReasonTexts {
    private final Texts texts;

    /** @throws org.sampan.mailserver.settings.BadSettingsException when a bundle cannot be read */
    @Inject
    public ReasonTexts(Settings settings) {
        this(Texts.in(settings.home().resolve("templates/messages"), "reasons"));
    }

    ReasonTexts(Texts texts) {
        this.texts = texts;
    }

    /** A sentence; the code itself when nobody has put it into words. */
    public String say(String language, Reason reason) {
        return texts.find(texts.nearest(language), "reason." + reason.code())
                .map(text -> Texts.fill(text, reason.values()))
                .orElse(reason.code());
    }

    /** In English, one line of printable ASCII, as SMTP wants it. */
    public String english(Reason reason) {
        return say(Texts.ENGLISH, reason).replaceAll("[^ -~]", "?");
    }

    /**
     * What a rule does, a sentence.
     *
     * @param values the list's settings by name
     */
    public String explain(String language, String rule, Map<String, String> values) {
        return texts.find(texts.nearest(language), "rule." + rule)
                .map(text -> Texts.fill(text, values))
                .orElse(rule);
    }

    /** What becomes of a post, {@code hold}, in words; the word itself when nobody has put it into any. */
    public String treatment(String language, String word) {
        return texts.find(texts.nearest(language), "treatment." + word).orElse(word);
    }
}
