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

    public record Part(String kind, boolean isFirst, boolean isLast, List<Item> items) {}

    /**
     * How far a language is.
     *
     * @param percent of the budget, at most 100
     * @param words {@code main}, {@code done}, {@code stale} or {@code missing}: title and introduction
     * @param missing how many items its readers get in another language
     */
    public record Tongue(
            String tag, boolean isMain, int bytes, int percent, boolean isOver, String words, int missing) {}

    List<Part> parts(Edition edition) {
        List<Part> parts = new ArrayList<>();
        int sections = edition.sections().size();
        for (int index = 0; index < sections; index++) {
            List<Clipping> all = edition.sections().get(index).clippings();
            List<Item> items = new ArrayList<>();
            for (int place = 0; place < all.size(); place++) {
                items.add(item(edition, all.get(place), place == 0, place == all.size() - 1));
            }
            parts.add(new Part(edition.sections().get(index).kind().slug(), index == 0, index == sections - 1, items));
        }
        return parts;
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

    List<Tongue> tongues(Series series, Edition edition) {
        Map<Locale, Integer> sizes = sizes(series, edition);
        return series.languages().stream()
                .map(language -> tongue(series, edition, language, sizes.getOrDefault(language, 0)))
                .toList();
    }

    private Tongue tongue(Series series, Edition edition, Locale language, int bytes) {
        int budget = series.measures().budget();
        return new Tongue(
                language.toLanguageTag(),
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

    private Iterable<Rendering> renderings(Series series, Edition edition) {
        boolean kept = !edition.state().isDraft()
                || editions.renderedOf(edition.id())
                        .filter(render.fingerprint(series, edition)::equals)
                        .isPresent();
        return kept ? editions.renderings(edition.id()) : render.render(series, edition);
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
