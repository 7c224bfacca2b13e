package org.sampan.digest.edit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.clipping.Topic;
import org.springframework.stereotype.Component;

/** Changes a clipping by hand: from then on its sources no longer change its text. */
@Component
public class EditClipping {
    private static final Set<String> FIELDS = Set.of(
            "title", "kind", "publishedAt", "byline", "outlet", "language", "country", "topics", "summary", "omitted");

    private final Clippings clippings;

    EditClipping(Clippings clippings) {
        this.clippings = clippings;
    }

    /**
     * @return the clipping as it is now; empty when there is none
     * @throws BadEdit when a field is unknown or its value is unfit; nothing is changed then
     */
    public Optional<Clipping> edit(ClippingId id, List<Change> changes) {
        return clippings.find(id).flatMap(clipping -> {
            Changes wanted = new Changes(changes, FIELDS);
            Story story = changed(clipping.story(), wanted);
            boolean omitted = wanted.needed("omitted", EditClipping::flag).orElse(clipping.omitted());
            clippings.change(id, story, omitted);
            return clippings.find(id);
        });
    }

    private static Story changed(Story old, Changes wanted) {
        return new Story(
                wanted.needed("title", Optional::of).orElse(old.title()),
                wanted.needed("kind", Kind::of).orElse(old.kind()),
                wanted.needed("publishedAt", EditClipping::instant).orElse(old.publishedAt()),
                wanted.optional("byline", Optional::of, old.byline()),
                wanted.optional("outlet", Optional::of, old.outlet()),
                wanted.needed("language", EditClipping::language).orElse(old.language()),
                wanted.optional("country", Country::of, old.country()),
                wanted.optional("topics", Topic::list, Optional.of(old.topics()))
                        .orElse(List.of()),
                old.link(),
                old.html(),
                wanted.optional("summary", Optional::of, Optional.of(old.summary()))
                        .orElse(""));
    }

    private static Optional<Boolean> flag(String text) {
        return text.equals("true") || text.equals("false") ? Optional.of(text.equals("true")) : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException notAnInstant) {
            return Optional.empty();
        }
    }

    private static Optional<Locale> language(String text) {
        return Optional.of(Locale.forLanguageTag(text))
                .filter(tag -> !tag.getLanguage().isEmpty());
    }
}
