package org.sampan.digest.desk.edition;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.page.NotHere;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An edition as readers get it: on a phone, at a desk, by night, in plain text, in each language. */
@Controller
@RequestMapping("/desk/editions/{series}/{number:[0-9]{1,9}}")
final class PreviewPages {
    private static final List<String> WAYS = List.of("phone", "desktop", "dark", "text");
    /** The mail alone: nothing is loaded, nothing runs, and only our own page may show it. */
    private static final String MAIL_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

    private static final String NIGHT = "@media (prefers-color-scheme: dark)";

    private final SeriesCatalogue catalogue;
    private final Editions editions;
    private final EditionView view;

    PreviewPages(SeriesCatalogue catalogue, Editions editions, EditionView view) {
        this.catalogue = catalogue;
        this.editions = editions;
        this.view = view;
    }

    @GetMapping("/preview")
    ModelAndView preview(
            @PathVariable String series,
            @PathVariable int number,
            @RequestParam(name = "in", defaultValue = "") String language,
            @RequestParam(defaultValue = "phone") String as) {
        DeskEdition shown = DeskEdition.of(catalogue, editions, series, number);
        Locale wanted = language(shown, language);
        Rendering rendering = view.rendering(shown.series(), shown.edition(), wanted);
        return new ModelAndView("desk/preview")
                .addObject("path", shown.path())
                .addObject("edition", shown.edition())
                .addObject("ways", WAYS)
                .addObject("chosen", way(as))
                .addObject("tongue", wanted.toLanguageTag())
                .addObject(
                        "tags",
                        shown.series().languages().stream()
                                .map(Locale::toLanguageTag)
                                .toList())
                .addObject("subject", rendering.subject())
                .addObject("text", rendering.text().toString());
    }

    /** Day and night as the reader's program would have it, whatever the editor's own does. */
    @GetMapping("/mail")
    ResponseEntity<byte[]> mail(
            @PathVariable String series,
            @PathVariable int number,
            @RequestParam(name = "in", defaultValue = "") String language,
            @RequestParam(defaultValue = "phone") String as,
            HttpServletResponse response) {
        DeskEdition shown = DeskEdition.of(catalogue, editions, series, number);
        return mail(view.rendering(shown.series(), shown.edition(), language(shown, language)), as, response);
    }

    private static ResponseEntity<byte[]> mail(Rendering rendering, String as, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", MAIL_POLICY);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .body(rendering
                        .html()
                        .toString()
                        .replace(NIGHT, way(as).equals("dark") ? "@media all" : "@media not all")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What somebody types at this moment, not kept yet.
     *
     * @param clipping whose own words are typed; none: title and introduction are
     */
    record Typing(
            Optional<String> language,
            Optional<Long> clipping,
            Optional<String> title,
            Optional<String> text,
            Optional<String> introduction) {}

    /** The mail as it would be, with a few items only: it is printed anew at every pause of whoever types. */
    @PostMapping("/mail")
    ResponseEntity<byte[]> typed(
            @PathVariable String series, @PathVariable int number, Typing typing, HttpServletResponse response) {
        DeskEdition shown = DeskEdition.of(catalogue, editions, series, number);
        if (!shown.edition().state().isDraft()) {
            throw new NotHere();
        }
        TypedEdition typed = new TypedEdition(shown, typing);
        return mail(view.rendering(shown.series(), typed.edition(), typed.language()), "phone", response);
    }

    private static String way(String as) {
        return WAYS.contains(as) ? as : WAYS.get(0);
    }

    private static Locale language(DeskEdition shown, String tag) {
        return tag.isEmpty()
                ? shown.series().mainLanguage()
                : shown.series().languages().stream()
                        .filter(it -> it.toLanguageTag().equals(tag))
                        .findFirst()
                        .orElseThrow(NotHere::new);
    }
}
