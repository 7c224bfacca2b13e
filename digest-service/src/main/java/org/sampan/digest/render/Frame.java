package org.sampan.digest.render;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.Section;
import org.sampan.digest.edition.Series;
import org.sampan.digest.markdown.Markdown;
import org.sampan.digest.markdown.PlainText;
import org.sampan.digest.spelling.Spelling;

/**
 * What the templates of {@code templates/edition} may name, for one edition in one language: {@code series title
 * ownTitle number date count introduction introductionText sections url language typeface
 * typefaces}, {@code say(key, …)} and {@code wrap(text,
 * indent, language)}.
 */
final class Frame {
    private static final int COLUMNS = 72;

    private final Wording wording;
    private final Spelling spelling;
    private final ZoneId zone;

    Frame(Wording wording, Spelling spelling, ZoneId zone) {
        this.wording = wording;
        this.spelling = spelling;
        this.zone = zone;
    }

    Map<String, Object> of(Series series, Edition edition, URI page) {
        Map<String, Object> model = new HashMap<>();
        model.put("series", series.name());
        model.put("title", edition.title());
        model.put(
                "ownTitle",
                !edition.title().equals(series.name() + " " + edition.id().number()));
        model.put("number", edition.id().number());
        model.put("date", day(edition.datedAt()));
        model.put("count", edition.items());
        model.put(
                "introduction",
                edition.introduction().map(text -> new Markdown(text).html()).orElse(""));
        model.put(
                "introductionText",
                edition.introduction().map(text -> new Markdown(text).text()).orElse(""));
        model.put("sections", edition.sections().stream().map(this::section).toList());
        model.put("url", page.toString());
        model.put("language", wording.language().toLanguageTag());
        model.put("typeface", Typeface.of(wording.language()).model());
        model.put("typefaces", typefaces(edition));
        model.put("say", (TemplateMethodModelEx) this::say);
        model.put("wrap", (TemplateMethodModelEx) this::wrap);
        return model;
    }

    /** Those that the style sheet has to know: readers on thin lines pay for the others. */
    private List<Map<String, String>> typefaces(Edition edition) {
        Stream<Locale> languages = edition.sections().stream()
                .flatMap(section -> section.clippings().stream())
                .map(clipping -> clipping.story().language());
        return Stream.concat(Stream.of(wording.language()), languages)
                .map(Typeface::of)
                .distinct()
                .sorted()
                .map(Typeface::model)
                .toList();
    }

    private Map<String, Object> section(Section section) {
        return Map.of(
                "kind",
                section.kind().slug(),
                "heading",
                wording.say("edition.section." + section.kind().slug()),
                "items",
                section.clippings().stream().map(this::item).toList());
    }

    private Map<String, Object> item(Clipping clipping) {
        Story story = clipping.story();
        Map<String, Object> item = new HashMap<>();
        item.put("title", story.title());
        item.put("summary", story.summary());
        item.put("link", story.link().map(URI::toString).orElse(""));
        item.put("credit", credit(clipping));
        item.put("language", story.language().toLanguageTag());
        item.put("typeface", Typeface.of(story.language()).model());
        return item;
    }

    /** Who, where, when, about which country: what of it is known. */
    private String credit(Clipping clipping) {
        Story story = clipping.story();
        return Stream.of(
                        Stream.of(story.byline(), outlet(clipping))
                                .flatMap(Optional::stream)
                                .collect(Collectors.joining(", ")),
                        day(story.publishedAt()),
                        story.country().map(this::name).orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** Who is not named as an outlet is named by address. */
    private static Optional<String> outlet(Clipping clipping) {
        return clipping.story()
                .outlet()
                .or(() -> clipping.story().link().map(URI::getHost).map(host -> host.replaceFirst("^www\\.", "")));
    }

    private String day(Instant instant) {
        return spelling.day(instant, zone, wording.language());
    }

    private String name(Country country) {
        return spelling.country(country, wording.language());
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
        return new PlainText(COLUMNS)
                .wrap(
                        arguments.get(0).toString(),
                        arguments.get(1).toString(),
                        Locale.forLanguageTag(arguments.get(2).toString()));
    }
}
