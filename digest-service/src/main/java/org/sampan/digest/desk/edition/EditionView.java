package org.sampan.digest.desk.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.OwnWords;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.edition.Section;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.Translation;
import org.sampan.digest.render.RenderEdition;
import org.springframework.stereotype.Component;

/** What the page of an edition shows of it, in every language of its series. */
@Component
final class EditionView {
    private final Clippings clippings;
    private final Editions editions;
    private final RenderEdition render;

    EditionView(Clippings clippings, Editions editions, RenderEdition render) {
        this.clippings = clippings;
        this.editions = editions;
        this.render = render;
    }

    /** @param own what the desk prints instead, both empty when nothing */
    public record Item(
            long id,
            String title,
            String language,
            String outlet,
            String text,
            OwnWords own,
            boolean isFirst,
            boolean isLast) {}

    /**
     * A section, or what the page shows of it.
     *
     * @param skipped how many of its items come before those shown
     * @param size of the whole section
     */
    public record Part(String kind, boolean isFirst, boolean isLast, int skipped, int size, List<Item> items) {}

    /**
     * How far a language is.
     *
     * @param percent of the budget, at most 100
     * @param words {@code main}, {@code done}, {@code stale} or {@code missing}: title and introduction
     * @param missing how many items its readers get in another language
     */
    public record Tongue(
            String tag,
            Locale language,
            boolean isMain,
            int bytes,
            int percent,
            boolean isOver,
            String words,
            int missing) {}

    List<Part> parts(Edition edition, Window window) {
        List<Part> parts = new ArrayList<>();
        int place = 0;
        for (int index = 0; index < edition.sections().size(); index++) {
            Part part = part(edition, index, place, window);
            place += part.size();
            if (!part.items().isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** @param begins the place of the section's first item in the edition */
    private static Part part(Edition edition, int index, int begins, Window window) {
        Section section = edition.sections().get(index);
        List<Clipping> all = section.clippings();
        int skipped = Math.min(all.size(), Math.max(0, window.from() - begins));
        List<Item> items = new ArrayList<>();
        for (int place = skipped; place < all.size() && window.has(begins + place); place++) {
            items.add(item(edition, all.get(place), place == 0, place == all.size() - 1));
        }
        boolean last = index == edition.sections().size() - 1;
        return new Part(section.kind().slug(), index == 0, last, skipped, all.size(), items);
    }

    private static Item item(Edition edition, Clipping clipping, boolean first, boolean last) {
        return new Item(
                clipping.id().value(),
                clipping.story().title(),
                clipping.story().language().toLanguageTag(),
                clipping.story().outlet().orElse(""),
                clipping.story().summary(),
                edition.ownWords(clipping.id()),
                first,
                last);
    }

    /** Printing an edition with hundreds of items to see how large it is takes longer than its page may. */
    boolean isMeasuredAtOnce(Series series, Edition edition) {
        return edition.items() <= Window.WHOLE || isKept(series, edition);
    }

    /** @param measured false: only what can be said without printing it */
    List<Tongue> tongues(Series series, Edition edition, boolean measured) {
        Map<Locale, Integer> sizes = measured ? sizes(series, edition) : Map.of();
        return series.languages().stream()
                .map(language -> tongue(series, edition, language, sizes.getOrDefault(language, 0)))
                .toList();
    }

    private Tongue tongue(Series series, Edition edition, Locale language, int bytes) {
        int budget = series.measures().budget();
        return new Tongue(
                language.toLanguageTag(),
                language,
                language.equals(series.mainLanguage()),
                bytes,
                Math.min(100, (int) (100L * bytes / budget)),
                bytes > budget,
                words(series, edition, language),
                missing(edition, language));
    }

    private static String words(Series series, Edition edition, Locale language) {
        if (language.equals(series.mainLanguage())) {
            return "main";
        }
        Optional<Translation> translation = edition.translation(language);
        if (translation.isEmpty()) {
            return edition.introduction().isPresent() ? "missing" : "done";
        }
        return translation.get().original().equals(edition.originalWords()) ? "done" : "stale";
    }

    private int missing(Edition edition, Locale language) {
        List<ClippingId> foreign = edition.clippings()
                .filter(it -> !it.story().language().getLanguage().equals(language.getLanguage()))
                .map(Clipping::id)
                .toList();
        return foreign.size() - clippings.versionsIn(language, foreign).size();
    }

    /** As kept when that is what it says now, else as it would be. */
    private Map<Locale, Integer> sizes(Series series, Edition edition) {
        Map<Locale, Integer> sizes = new HashMap<>();
        for (Rendering one : renderings(series, edition)) {
            sizes.put(one.language(), RenderEdition.size(one));
        }
        return sizes;
    }

    private boolean isKept(Series series, Edition edition) {
        return !edition.state().isDraft()
                || editions.renderedOf(edition.id())
                        .filter(render.fingerprint(series, edition)::equals)
                        .isPresent();
    }

    private Iterable<Rendering> renderings(Series series, Edition edition) {
        return isKept(series, edition) ? editions.renderings(edition.id()) : render.render(series, edition);
    }

    /** As readers of a language get it: what was sent, or what would be. */
    Rendering rendering(Series series, Edition edition, Locale language) {
        return edition.state().isDraft()
                ? render.render(series, edition, language)
                : editions.rendering(edition.id(), language).orElseThrow();
    }

    String fingerprint(Series series, Edition edition) {
        return render.fingerprint(series, edition);
    }
}
