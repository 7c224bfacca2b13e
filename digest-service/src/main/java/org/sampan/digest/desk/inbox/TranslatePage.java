package org.sampan.digest.desk.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.BadEdit;
import org.sampan.digest.edit.Change;
import org.sampan.digest.edit.WriteClipping;
import org.sampan.digest.page.Messages;
import org.sampan.digest.page.NotHere;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Writing a clipping in one more language, the original beside it. */
@Controller
@RequestMapping("/desk/clippings/{id}/translate")
final class TranslatePage {
    private final Clippings clippings;
    private final WriteClipping writing;
    private final Choices choices;
    private final Messages messages;

    TranslatePage(Clippings clippings, WriteClipping writing, Choices choices, Messages messages) {
        this.clippings = clippings;
        this.writing = writing;
        this.choices = choices;
        this.messages = messages;
    }

    /**
     * As the form sends it.
     *
     * @param to the language's tag
     * @param text in Markdown
     * @param translator whom readers are told
     */
    public record Translation(
            Optional<String> to,
            Optional<String> title,
            Optional<String> summary,
            Optional<String> text,
            Optional<String> translator) {

        static Translation into(String language) {
            return new Translation(
                    Optional.of(language), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        private List<Change> fields(Optional<String> byline) {
            return List.of(
                    new Change("language", to),
                    new Change("title", title),
                    new Change("summary", summary),
                    new Change("text", text),
                    new Change("byline", byline));
        }
    }

    @GetMapping
    ModelAndView form(@PathVariable long id, @RequestParam(defaultValue = "") String to, Locale language) {
        return page(clipping(id), Translation.into(to), language);
    }

    @PostMapping
    ModelAndView write(
            @PathVariable long id,
            @ModelAttribute("translation") Translation translation,
            Locale language,
            SignedInEditor editor) {
        Clipping original = clipping(id);
        try {
            Optional<String> byline = byline(original.story(), translation);
            writing.translate(original.id(), translation.fields(byline), editor.actor());
            return new ModelAndView("redirect:/desk/clippings/" + id + "/versions?done="
                    + DoneNote.written("translated", 1, List.of()));
        } catch (BadEdit bad) {
            ModelAndView page = page(original, translation, language).addObject("bad", bad.field());
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
    }

    /** Who wrote it, and who translated it, told in the language of the translation. */
    private Optional<String> byline(Story original, Translation translation) {
        Locale to = Locale.forLanguageTag(translation.to().orElse(""));
        Optional<String> translator = translation
                .translator()
                .filter(name -> !name.isBlank())
                .map(name -> messages.text(to, "translation.by", Map.of("name", name.strip())));
        String both = Stream.of(original.byline(), translator)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
        return Optional.of(both).filter(text -> !text.isEmpty());
    }

    private Clipping clipping(long id) {
        return clippings.find(new ClippingId(id)).orElseThrow(NotHere::new);
    }

    private ModelAndView page(Clipping original, Translation translation, Locale language) {
        return new ModelAndView("desk/translate")
                .addObject("original", original)
                .addObject("translation", translation)
                .addObject("choices", choices.in(language));
    }
}
