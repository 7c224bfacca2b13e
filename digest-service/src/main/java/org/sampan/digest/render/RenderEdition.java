package org.sampan.digest.render;

import ch.digitalfondue.mjml4j.Mjml4j;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.LongText;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.TransferEncoding;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.spelling.Spelling;
import org.springframework.stereotype.Component;

/**
 * Renders an edition with the templates of its series. One edition, all languages: each reader gets the version of an
 * item in the reader's own language, where there is one. The same edition always gives the same bytes. Safe for many threads.
 */
@Component
public class RenderEdition {
    /** Of all our languages; a mail whose direction its first strong letter decides is turned round by one title. */
    private static final Mjml4j.TextDirection DIRECTION = Mjml4j.TextDirection.LTR;

    /** Header fields, boundaries, and the list's footer in HTML and in text, as measured. */
    private static final int AROUND = 3_300;

    /** What the footers take more in letters outside ASCII. */
    private static final int FOREIGN_FOOTERS = 1_700;

    private final Settings settings;
    private final Spelling spelling;
    private final ReaderVersions versions;
    private final Press press;
    private final Map<String, EditionTemplates> templates = new ConcurrentHashMap<>();
    private final Map<Locale, Wording> wordings = new ConcurrentHashMap<>();

    RenderEdition(Settings settings, Spelling spelling, ReaderVersions versions, Press press) {
        this.settings = settings;
        this.spelling = spelling;
        this.versions = versions;
        this.press = press;
    }

    /** In each language of the series, the main one first; made a few at a time, as they are asked for. */
    public Iterable<Rendering> render(Series series, Edition edition) {
        return () -> {
            Galley galley = new Galley(series, edition);
            return press.print(series.languages(), language -> render(series, galley, language));
        };
    }

    /** As readers of one language get it. */
    public Rendering render(Series series, Edition edition, Locale language) {
        return render(series, new Galley(series, edition), language);
    }

    private Rendering render(Series series, Galley galley, Locale language) {
        Frame frame = frame(series, galley, language);
        EditionTemplates own = templates(series);
        Map<String, Object> model = frame.model(
                URI.create(settings.web().url() + "/news/" + galley.edition().id()));
        return new Rendering(language, frame.subject(), html(own, model, language), text(own, model), frame.preface());
    }

    private Frame frame(Series series, Galley galley, Locale language) {
        List<ClippingId> foreign = galley.edition()
                .clippings()
                .filter(clipping -> !clipping.story().language().getLanguage().equals(language.getLanguage()))
                .map(Clipping::id)
                .toList();
        return new Frame(
                series,
                galley,
                wording(language),
                new Phrases(spelling, wording(language), series.timezone()),
                foreign.isEmpty() ? Map.of() : versions.in(language, foreign));
    }

    /** Ends with one line's end, however the template does. */
    private static LongText text(EditionTemplates own, Map<String, Object> model) {
        LongText.Typesetter text = new LongText.Typesetter();
        own.fill(EditionTemplates.TEXT, model, text);
        return text.finished();
    }

    /** MJML makes the frame; items are plain HTML in it, however many. */
    private static LongText html(EditionTemplates own, Map<String, Object> model, Locale language) {
        StringWriter mjml = new StringWriter();
        own.fill(EditionTemplates.FRAME, model, mjml);
        String frame = tidy(marked(own, mjml.toString(), language));
        LongText.Typesetter html = new LongText.Typesetter();
        int from = 0;
        int index = 0;
        for (Object section : (List<?>) model.getOrDefault("sections", List.of())) {
            String place = Frame.placeOf(index++);
            int at = frame.indexOf(place, from);
            if (at >= 0) {
                html.write(frame, from, at - from);
                Map<String, Object> withSection = new HashMap<>(model);
                withSection.put("section", section);
                own.fill(EditionTemplates.ITEMS, withSection, html);
                from = at + place.length() + (frame.startsWith("\n", at + place.length()) ? 1 : 0);
            }
        }
        html.write(frame, from, frame.length() - from);
        return html.finished();
    }

    private static String marked(EditionTemplates own, String mjml, Locale language) {
        try {
            return Mjml4j.render(mjml, new Mjml4j.Configuration(language.toLanguageTag(), DIRECTION));
        } catch (RuntimeException unsound) {
            throw new BrokenTemplate(
                    own.file(EditionTemplates.FRAME), 1, "no mail can be made of this MJML: " + unsound.getMessage());
        }
    }

    private EditionTemplates templates(Series series) {
        Path own = settings.configFile("editions").resolve(series.slug());
        return templates.computeIfAbsent(
                series.slug(),
                slug -> new EditionTemplates(own, settings.templates().resolve("edition")));
    }

    private Wording wording(Locale language) {
        return wordings.computeIfAbsent(
                language, it -> Wording.of(settings.templates().resolve("messages"), it));
    }

    /** Indentation is a fifth of what MJML makes, and readers on thin lines pay for it. */
    private static String tidy(String html) {
        return html.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n")) + "\n";
    }

    /**
     * Names all that goes into the renderings: what the edition and its clippings say, in every language, and with which
     * words and templates it is said. The same name is the same mails.
     */
    public String fingerprint(Series series, Edition edition) {
        EditionFingerprint print = new EditionFingerprint();
        print.add(templates(series).sources());
        print.add(series.name() + series.timezone() + series.measures().excerpt());
        print.add(edition);
        for (Locale language : series.languages()) {
            print.add(wording(language).toString());
            print.add(edition.title(language) + "\n" + edition.introduction(language));
            versions.in(language, edition.clippingIds()).forEach((id, version) -> {
                print.add(id.toString());
                print.add(version, edition.ownWords(version.id()));
            });
        }
        return print.text();
    }

    /**
     * Bytes of one reader's mail on the wire, each text in the encoding it is sent in, with what the list puts around them. Of a mail in
     * several languages a reader gets one.
     */
    public static int size(Rendering rendering) {
        boolean foreign = TransferEncoding.of(rendering.html()) == TransferEncoding.BASE64;
        int around = AROUND + (foreign ? FOREIGN_FOOTERS : 0);
        return (int) (encoded(rendering.html()) + encoded(rendering.text()) + around);
    }

    private static long encoded(LongText text) {
        return TransferEncoding.of(text).length(text);
    }
}
