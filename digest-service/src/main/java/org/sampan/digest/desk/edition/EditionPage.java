package org.sampan.digest.desk.edition;

import java.util.List;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingFilter;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.ClippingState;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.BadEdit;
import org.sampan.digest.edit.EditEdition;
import org.sampan.digest.edit.EditionEdit;
import org.sampan.digest.edit.EditionEdit.Way;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.page.NotHere;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One edition at the desk: what it carries, in which order, in which words. Every button is a form. */
@Controller
@RequestMapping("/desk/editions/{series}/{number:[0-9]{1,9}}")
final class EditionPage {
    private static final int OFFERED = 20;
    private static final int DEEDS = 15;

    private final SeriesCatalogue catalogue;
    private final Editions editions;
    private final EditionView view;
    private final Review review;
    private final EditEdition edit;
    private final Clippings clippings;
    private final Journal journal;

    EditionPage(
            SeriesCatalogue catalogue,
            Editions editions,
            EditionView view,
            Review review,
            EditEdition edit,
            Clippings clippings,
            Journal journal) {
        this.catalogue = catalogue;
        this.editions = editions;
        this.view = view;
        this.review = review;
        this.edit = edit;
        this.clippings = clippings;
        this.journal = journal;
    }

    @GetMapping
    ModelAndView page(
            @PathVariable String series,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String done,
            SignedInEditor editor) {
        DeskEdition shown = DeskEdition.of(catalogue, editions, series, number);
        return new ModelAndView("desk/edition")
                .addObject("series", shown.series())
                .addObject("edition", shown.edition())
                .addObject("path", shown.path())
                .addObject("draft", shown.edition().state().isDraft())
                .addObject("parts", view.parts(shown.edition()))
                .addObject("tongues", view.tongues(shown.series(), shown.edition()))
                .addObject(
                        "kinds", List.of(Kind.values()).stream().map(Kind::slug).toList())
                .addObject("review", review.of(shown, editor.actor()))
                .addObject("offered", offered(shown, q))
                .addObject("q", q)
                .addObject(
                        "deeds", journal.of(EditEdition.subject(shown.edition().id()), DEEDS))
                .addObject("done", done.matches("[a-z-]{1,20}") ? done : "");
    }

    /** Of the period, or, when words are given, whenever published: what no edition carries yet. */
    private List<?> offered(DeskEdition shown, String words) {
        if (!shown.edition().state().isDraft()) {
            return List.of();
        }
        ClippingFilter filter = ClippingFilter.ALL.withState(ClippingState.NEW);
        ClippingFilter wanted = words.isBlank()
                ? filter.published(
                        Optional.of(shown.edition().period().since()),
                        Optional.of(shown.edition().period().until()))
                : filter.withWords(words);
        return clippings.page(wanted, Optional.empty(), OFFERED);
    }

    /** What is to happen to an item; {@code section} may be empty. */
    record Act(long clipping, String act, String section) {}

    @PostMapping("/items")
    ModelAndView item(@PathVariable String series, @PathVariable int number, Act act, SignedInEditor editor) {
        return done(series, number, itemEdit(new ClippingId(act.clipping()), act.act(), act.section()), editor);
    }

    private static EditionEdit itemEdit(ClippingId clipping, String act, String section) {
        return switch (act) {
            case "out" -> new EditionEdit.TakeOut(clipping);
            case "in" -> new EditionEdit.Add(clipping, Kind.of(section));
            case "to" -> new EditionEdit.Place(clipping, Kind.of(section).orElseThrow(NotHere::new), Integer.MAX_VALUE);
            default -> new EditionEdit.Move(clipping, Way.of(act).orElseThrow(NotHere::new));
        };
    }

    @PostMapping("/sections")
    ModelAndView section(
            @PathVariable String series,
            @PathVariable int number,
            @RequestParam String kind,
            @RequestParam String way,
            SignedInEditor editor) {
        return done(
                series,
                number,
                new EditionEdit.MoveSection(
                        Kind.of(kind).orElseThrow(NotHere::new), Way.of(way).orElseThrow(NotHere::new)),
                editor);
    }

    /** What is typed for an item. */
    record Words(long clipping, String title, String text) {}

    @PostMapping("/words")
    ModelAndView words(@PathVariable String series, @PathVariable int number, Words words, SignedInEditor editor) {
        return done(
                series,
                number,
                new EditionEdit.Reword(new ClippingId(words.clipping()), words.title(), words.text()),
                editor);
    }

    @PostMapping("/throw-away")
    ModelAndView throwAway(@PathVariable String series, @PathVariable int number, SignedInEditor editor) {
        try {
            edit.throwAway(new EditionId(series, number), editor.actor());
            return new ModelAndView("redirect:/desk/journal");
        } catch (BadEdit late) {
            return back(series, number, "bad-" + late.field());
        }
    }

    private ModelAndView done(String series, int number, EditionEdit one, SignedInEditor editor) {
        try {
            if (edit.edit(new EditionId(series, number), List.of(one), editor.actor())
                    .isEmpty()) {
                throw new NotHere();
            }
            return back(series, number, "saved");
        } catch (BadEdit bad) {
            return back(series, number, "bad-" + bad.field());
        }
    }

    private static ModelAndView back(String series, int number, String done) {
        return new ModelAndView("redirect:/desk/editions/" + new EditionId(series, number) + "?done=" + done);
    }
}
