package org.sampan.mailserver.transform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.sampan.mailserver.content.FileLinks;
import org.sampan.mailserver.domain.DmarcPolicies;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.mailinglist.TransformSettings;
import org.sampan.mailserver.post.Copies;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostLinks;
import org.sampan.mailserver.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done to a post, in this order: first to the whole of it, then to each of its languages. */
final class Transformations {
    private static final Logger LOGGER = LoggerFactory.getLogger(Transformations.class);

    private final List<Transformation> toTheWhole;
    private final List<Transformation> toEachLanguage;

    @Inject
    Transformations(PostLinks links, SigningKey key, DmarcPolicies dmarc, Settings settings) {
        this(
                links,
                key,
                dmarc,
                new ListTexts(settings.home().resolve("templates").resolve("footer"), links));
    }

    Transformations(PostLinks links, SigningKey key, DmarcPolicies dmarc, ListTexts texts) {
        this(
                List.of(
                        new HideOrigin(),
                        new SingleFields(),
                        new RepairMime(),
                        new ReplaceAttachments(texts, new FileLinks(links, key))),
                List.of(
                        new CompleteHeaders(),
                        new DropForeignHeaders(),
                        new BlindLeaveLinks(key),
                        new HideAuthor(),
                        new AddTextPart(),
                        new AddListHeaders(links),
                        new TagSubject(),
                        new AddFooter(texts),
                        new NameSender(dmarc)));
    }

    Transformations(List<Transformation> toTheWhole, List<Transformation> toEachLanguage) {
        this.toTheWhole = List.copyOf(toTheWhole);
        this.toEachLanguage = List.copyOf(toEachLanguage);
    }

    /**
     * @param rendering of the language of messages that name none
     * @throws IllegalStateException when a step fails without which nothing may be sent
     */
    Copies copies(Rendering rendering) {
        Post post = rendering.post();
        LanguageVariants variants = LanguageVariants.of(apply(toTheWhole, post.message(), rendering));
        Map<String, byte[]> messages = new LinkedHashMap<>();
        variants.byLanguage()
                .forEach((language, message) -> messages.put(
                        language,
                        apply(toEachLanguage, message, language.isEmpty() ? rendering : rendering.in(language))
                                .bytes()));
        return new Copies(
                rendering.marker(),
                messages,
                variants.fallback(post.list().settings().language()));
    }

    private static Message apply(List<Transformation> steps, Message message, Rendering rendering) {
        boolean unmodified = rendering.chosen(TransformSettings.UNMODIFIED);
        Message changed = message;
        for (Transformation step : steps) {
            changed = unmodified && step.isOptional() ? changed : apply(step, changed, rendering);
        }
        return changed;
    }

    /** A post without a footer is better than no post; a post without its marks could go round for ever. */
    private static Message apply(Transformation step, Message message, Rendering rendering) {
        try {
            return step.apply(message, rendering);
        } catch (RuntimeException e) {
            String name = step.getClass().getSimpleName();
            if (step.isMandatory()) {
                throw new IllegalStateException(
                        "post " + rendering.post().id() + " cannot be sent without " + name + ": " + e.getMessage(), e);
            }
            LOGGER.error(
                    "event=step-left-out step={} post={}",
                    name,
                    rendering.post().id(),
                    e);
            return message;
        }
    }
}
