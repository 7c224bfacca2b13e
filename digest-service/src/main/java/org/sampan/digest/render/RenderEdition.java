package org.sampan.digest.render;

import ch.digitalfondue.mjml4j.Mjml4j;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.edition.Series;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.spelling.Spelling;
import org.springframework.stereotype.Component;

/**
 * Renders an edition with the templates {@code edition.mjml.ftlh} and {@code edition.txt.ftl} of
 * {@code templates/edition}. The same edition always gives the same bytes. Safe for many threads.
 */
@Component
public class RenderEdition {
    /** Above this many bytes a mail is slow on thin lines, and some clients cut it off. */
    public static final int SIZE_BUDGET = 60_000;

    private final Templates templates;
    private final Path messages;
    private final URI web;
    private final Spelling spelling;

    RenderEdition(Settings settings, Spelling spelling) {
        this.spelling = spelling;
        this.messages = settings.templates().resolve("messages");
        this.web = settings.web().url();
        this.templates = new Templates(settings.templates().resolve("edition"));
    }

    /** One rendering per language of the series, the main language first. */
    public List<Rendering> render(Series series, Edition edition) {
        return series.languages().stream()
                .map(language -> render(series, edition, language))
                .toList();
    }

    private Rendering render(Series series, Edition edition, Locale language) {
        Wording wording = Wording.of(messages, language);
        Map<String, Object> model = new Frame(wording, spelling, series.timezone())
                .of(series, edition, URI.create(web + "/news/" + edition.id()));
        String mjml = templates.fill("edition.mjml.ftlh", model);
        String html = Mjml4j.render(mjml, new Mjml4j.Configuration(language.toLanguageTag()));
        String text = templates.fill("edition.txt.ftl", model);
        String subject = wording.say("edition.subject", edition.title(), String.valueOf(model.get("date")));
        return new Rendering(
                language, subject, tidy(html), text.strip() + "\n", wording.say("edition.several-languages"));
    }

    /** Indentation is a fifth of what MJML makes, and readers on thin lines pay for it. */
    private static String tidy(String html) {
        return html.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse("") + "\n";
    }

    /** Bytes of one reader's mail on the wire, but for its headers: letters outside ASCII are encoded, and grow. */
    public static int size(Rendering rendering) {
        return encoded(rendering.html()) + encoded(rendering.text());
    }

    /** As mail is encoded: plain, or quoted-printable while most bytes are ASCII, or base64 in lines of 76. */
    private static int encoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int foreign = 0;
        for (byte one : bytes) {
            foreign += one < 0 ? 1 : 0;
        }
        return foreign * 2 < bytes.length ? bytes.length + 2 * foreign : (int) (bytes.length * 4L / 3 * 78 / 76);
    }
}
