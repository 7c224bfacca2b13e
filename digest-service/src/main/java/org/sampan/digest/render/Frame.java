package org.sampan.digest.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.net.URI;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.RandomAccess;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.Section;
import org.sampan.digest.edition.Series;
import org.sampan.digest.markdown.Markdown;

/**
 * What the templates of {@code templates/edition} may name, for one edition in one language: {@code series title titleText
 * ownTitle number date count introduction introductionText introductionLanguage
 * introductionTypeface sections url language typeface
 * first}, {@code say(key, …)}, {@code wrap(text, indent, language)} and, in MJML, {@code items(section)}, in whose place the
 * template {@code items.html.ftlh} puts HTML: an item more costs no MJML more. {@code items.html.ftlh} may also name {@code section}.
 */
final class Frame {
    private final Series series;
    private final Edition edition;
    private final Wording wording;
    private final Phrases phrases;
    private final Map<ClippingId, Clipping> versions;
    private final Galley galley;

    /** @param versions in the language of the wording, by what they are versions of */
    Frame(Series series, Galley galley, Wording wording, Phrases phrases, Map<ClippingId, Clipping> versions) {
        this.series = series;
        this.galley = galley;
        this.edition = galley.edition();
        this.wording = wording;
        this.phrases = phrases;
        this.versions = versions;
    }

    String subject() {
        return wording.say("edition.subject", Directions.isolated(title()), phrases.day(edition.datedAt()));
    }

    String preface() {
        return wording.say("edition.several-languages");
    }

    private String title() {
        return edition.title(wording.language());
    }

    Map<String, Object> model(URI page) {
        Map<String, Object> model = new HashMap<>();
        Markdown introduction = new Markdown(
                Directions.tamed(edition.introduction(wording.language()).orElse("")));
        model.put("series", series.name());
        model.put("title", Directions.tamed(title()));
        model.put("titleText", Directions.isolated(title()));
        model.put("ownTitle", !title().equals(series.name() + " " + edition.id().number()));
        model.put("number", edition.id().number());
        model.put("date", phrases.day(edition.datedAt()));
        model.put("count", edition.items());
        model.put("introduction", introduction.html());
        model.put("introductionText", introduction.text());
        model.put("introductionLanguage", introductionLanguage().toLanguageTag());
        model.put("introductionTypeface", Typeface.of(introductionLanguage()).model());
        model.put("sections", sections());
        model.put("url", page.toString());
        model.put("language", wording.language().toLanguageTag());
        model.put("typeface", Typeface.of(wording.language()).model());
        model.put("first", first());
        model.put("say", (TemplateMethodModelEx) this::say);
        model.put("wrap", (TemplateMethodModelEx) this::wrap);
        model.put("items", (TemplateMethodModelEx) Frame::place);
        return model;
    }

    private Locale introductionLanguage() {
        return edition.translation(wording.language())
                        .filter(it -> !it.introduction().isEmpty())
                        .isPresent()
                ? wording.language()
                : series.mainLanguage();
    }

    /** Where the items of a section go, after MJML: a place holder that MJML leaves alone. */
    static String placeOf(int section) {
        return "@@items-of-section-" + section + "@@";
    }

    private static Object place(List<?> arguments) throws TemplateModelException {
        if (arguments.size() == 1
                && arguments.get(0) instanceof TemplateHashModel section
                && section.get("index") instanceof TemplateNumberModel index) {
            return HTMLOutputFormat.INSTANCE.fromMarkup(
                    placeOf(index.getAsNumber().intValue()));
        }
        throw new TemplateModelException("items: wants a section");
    }

    /** The title that mail programs show beside the subject. */
    private String first() {
        return edition.clippings()
                .findFirst()
                .map(this::shown)
                .map(galley::item)
                .map(PrintedItem::titleText)
                .orElse("");
    }

    List<Map<String, Object>> sections() {
        List<Map<String, Object>> sections = new ArrayList<>();
        for (Section section : edition.sections()) {
            sections.add(Map.of(
                    "index",
                    sections.size(),
                    "kind",
                    section.kind().slug(),
                    "heading",
                    wording.say("edition.section." + section.kind().slug()),
                    "items",
                    new Items(section.clippings())));
        }
        return sections;
    }

    /** Made one at a time, while the template asks for them: thousands are never in memory together. */
    private final class Items extends AbstractList<Map<String, Object>> implements RandomAccess {
        private final List<Clipping> clippings;

        Items(List<Clipping> clippings) {
            this.clippings = clippings;
        }

        @Override
        public Map<String, Object> get(int index) {
            return galley.item(shown(clippings.get(index))).model(phrases);
        }

        @Override
        public int size() {
            return clippings.size();
        }
    }

    private Clipping shown(Clipping clipping) {
        return versions.getOrDefault(clipping.id(), clipping);
    }

    private Object say(List<?> arguments) {
        List<Object> values = new ArrayList<>(arguments);
        String key = values.remove(0).toString();
        return wording.say(key, values.stream().map(Frame::plain).toArray());
    }

    private static Object plain(Object value) {
        try {
            return value instanceof TemplateNumberModel number ? number.getAsNumber() : value.toString();
        } catch (TemplateModelException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private Object wrap(List<?> arguments) {
        return galley.wrap(
                arguments.get(0).toString(),
                arguments.get(1).toString(),
                Locale.forLanguageTag(arguments.get(2).toString()));
    }
}
