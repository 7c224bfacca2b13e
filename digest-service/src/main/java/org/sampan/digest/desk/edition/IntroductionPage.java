package org.sampan.digest.desk.edition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.BadEdit;
import org.sampan.digest.edit.EditEdition;
import org.sampan.digest.edit.EditionEdit;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.edition.Translation;
import org.sampan.digest.markdown.Markdown;
import org.sampan.digest.page.NotHere;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Title and introduction of an edition in one language, beside those of the main language; shown as they will look before they are kept. */
@Controller
@RequestMapping("/desk/editions/{series}/{number:[0-9]{1,9}}/introduction")
final class IntroductionPage {
    private final SeriesCatalogue catalogue;
    private final Editions editions;
    private final EditEdition edit;

    IntroductionPage(SeriesCatalogue catalogue, Editions editions, EditEdition edit) {
        this.catalogue = catalogue;
        this.editions = editions;
        this.edit = edit;
    }

    /** What is typed. */
    record Typed(String language, String title, String introduction, String act) {}

    @GetMapping
    ModelAndView write(
            @PathVariable String series, @PathVariable int number, @RequestParam(defaultValue = "") String language) {
        DeskEdition shown = DeskEdition.of(catalogue, editions, series, number);
        Locale wanted = language(shown, language);
        return page(shown, wanted, known(shown, wanted), "");
    }

    @PostMapping
    ModelAndView keep(@PathVariable String series, @PathVariable int number, Typed typed, SignedInEditor editor) {
        DeskEdition shown = DeskEdition.of(catalogue, editions, series, number);
        Locale language = language(shown, typed.language());
        if (!typed.act().equals("save")) {
            return page(shown, language, typed, "");
        }
        try {
            edit.edit(shown.edition().id(), edits(shown, language, typed), editor.actor());
            return new ModelAndView("redirect:" + shown.path() + "?done=saved");
        } catch (BadEdit bad) {
            return page(shown, language, typed, bad.field());
        }
    }

    private static List<EditionEdit> edits(DeskEdition shown, Locale language, Typed typed) {
        return language.equals(shown.series().mainLanguage())
                ? List.of(new EditionEdit.Title(typed.title()), new EditionEdit.Introduction(typed.introduction()))
                : List.of(new EditionEdit.Translate(language, typed.title(), typed.introduction()));
    }

    private static Locale language(DeskEdition shown, String tag) {
        return tag.isEmpty()
                ? shown.series().mainLanguage()
                : shown.series().languages().stream()
                        .filter(it -> it.toLanguageTag().equals(tag))
                        .findFirst()
                        .orElseThrow(NotHere::new);
    }

    private static Typed known(DeskEdition shown, Locale language) {
        Edition edition = shown.edition();
        if (language.equals(shown.series().mainLanguage())) {
            return new Typed(
                    language.toLanguageTag(),
                    edition.title(),
                    edition.introduction().orElse(""),
                    "");
        }
        Optional<Translation> translation = edition.translation(language);
        return new Typed(
                language.toLanguageTag(),
                translation.map(Translation::title).orElse(""),
                translation.map(Translation::introduction).orElse(""),
                "");
    }

    private static ModelAndView page(DeskEdition shown, Locale language, Typed typed, String bad) {
        return new ModelAndView("desk/introduction")
                .addObject("path", shown.path())
                .addObject("edition", shown.edition())
                .addObject("main", shown.series().mainLanguage().toLanguageTag())
                .addObject("isMain", language.equals(shown.series().mainLanguage()))
                .addObject("originalTitle", shown.edition().title())
                .addObject("originalText", shown.edition().introduction().orElse(""))
                .addObject("tag", language.toLanguageTag())
                .addObject("title", typed.title())
                .addObject("text", typed.introduction())
                .addObject("html", new Markdown(typed.introduction()).html())
                .addObject("bad", bad);
    }
}
