package org.sampan.mailserver.transform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.post.Copies;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostLinks;
import org.sampan.mailserver.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done to a post, in this order, for each of its languages. */
final class Transformations {
    private static final Logger LOGGER = LoggerFactory.getLogger(Transformations.class);

    private final List<Transformation> steps;

    @Inject
    Transformations(PostLinks links, SigningKey key, Settings settings) {
        this(links, key, new Footers(settings.home().resolve("templates").resolve("footer"), links));
    }

    Transformations(PostLinks links, SigningKey key, Footers footers) {
        this(List.of(
                new CompleteHeaders(),
                new DropForeignHeaders(),
                new BlindLeaveLinks(key),
                new AddListHeaders(links),
                new TagSubject(),
                new AddFooter(footers)));
    }

    Transformations(List<Transformation> steps) {
        this.steps = List.copyOf(steps);
    }

    /** @param rendering of the language of messages that name none */
    Copies copies(Rendering rendering) {
        Post post = rendering.post();
        LanguageVariants variants = LanguageVariants.of(post.message());
        Map<String, byte[]> messages = new LinkedHashMap<>();
        variants.byLanguage()
                .forEach((language, message) -> messages.put(
                        language,
                        apply(message, language.isEmpty() ? rendering : rendering.in(language))
                                .bytes()));
        return new Copies(
                rendering.marker(),
                messages,
                variants.fallback(post.list().settings().language()));
    }

    private Message apply(Message message, Rendering rendering) {
        Message changed = message;
        for (Transformation step : steps) {
            changed = apply(step, changed, rendering);
        }
        return changed;
    }

    /** A step that fails is left out: a post without a footer is better than no post. */
    private static Message apply(Transformation step, Message message, Rendering rendering) {
        try {
            return step.apply(message, rendering);
        } catch (RuntimeException e) {
            LOGGER.error(
                    "event=step-left-out step={} post={}",
                    step.getClass().getSimpleName(),
                    rendering.post().id(),
                    e);
            return message;
        }
    }
}
