package org.sampan.digest.desk.edition;

import java.util.List;
import java.util.Optional;
import org.sampan.digest.clipping.Clipping;
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
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.page.NotHere;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
            @ModelAttribute("wanted") Wanted wanted,
            SignedInEditor editor) {
        DeskEdition shown = DeskEdition.of(catalogue, editions, series, number);
        Window window = Window.of(shown.edition().items(), wanted.page().orElse(1));
        boolean measured = wanted.measure().isPresent() || view.isMeasuredAtOnce(shown.series(), shown.edition());
        String q = wanted.q().orElse("");
        return new ModelAndView("desk/edition")
                .addObject("series", shown.series())
                .addObject("edition", shown.edition())
                .addObject("path", shown.path())
                .addObject("draft", shown.edition().state().isDraft())
                .addObject("window", window)
                .addObject("parts", view.parts(shown.edition(), window))
                .addObject("measured", measured)
                .addObject("tongues", view.tongues(shown.series(), shown.edition(), measured))
                .addObject(
                        "kinds", List.of(Kind.values()).stream().map(Kind::slug).toList())
                .addObject("review", review.of(shown, editor.actor()))
                .addObject("offered", offered(shown, q))
                .addObject("q", q)
                .addObject(
                        "deeds", journal.of(EditEdition.subject(shown.edition().id()), DEEDS))
                .addObject(
                        "done",
                        wanted.done()
                                .filter(done -> done.matches("[a-z-]{1,20}"))
                                .orElse(""));
    }

    /**
     * What of the page is wanted.
     *
     * @param q words that are looked for among the clippings
     * @param measure the size of a large edition, too
     */
    record Wanted(Optional<String> q, Optional<Integer> page, Optional<String> measure, Optional<String> done) {}

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

    /**
     * What is to happen to an item; {@code section} may be empty.
     *
     * @param position in the section, counted from 0: where it was dragged to; none: its end
     */
    record Act(long clipping, String act, String section, Optional<Integer> position) {
        EditionEdit edit() {
            ClippingId item = new ClippingId(clipping);
            return switch (act) {
                case "out" -> new EditionEdit.TakeOut(item);
                case "in" -> new EditionEdit.Add(item, Kind.of(section));
                case "to" ->
                    new EditionEdit.Place(
                            item, Kind.of(section).orElseThrow(NotHere::new), position.orElse(Integer.MAX_VALUE));
                default -> new EditionEdit.Move(item, Way.of(act).orElseThrow(NotHere::new));
            };
        }
    }

    /** Leads back to where the item is now, so that whoever moves it on need not look for it. */
    @PostMapping("/items")
    ModelAndView item(@PathVariable String series, @PathVariable int number, Act act, SignedInEditor editor) {
        return done(series, number, act.edit(), Optional.of(new ClippingId(act.clipping())), editor);
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
                Optional.empty(),
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
                Optional.of(new ClippingId(words.clipping())),
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

    private ModelAndView done(
            String series, int number, EditionEdit one, Optional<ClippingId> item, SignedInEditor editor) {
        try {
            Edition edited = edit.edit(new EditionId(series, number), List.of(one), editor.actor())
                    .orElseThrow(NotHere::new);
            return item.flatMap(id -> backTo(edited, id)).orElseGet(() -> back(series, number, "saved"));
        } catch (BadEdit bad) {
            return back(series, number, "bad-" + bad.field());
        }
    }

    /** Empty when the edition does not carry it any more. */
    private static Optional<ModelAndView> backTo(Edition edition, ClippingId item) {
        int place = edition.clippings().map(Clipping::id).toList().indexOf(item);
        Window window = Window.showing(edition.items(), Math.max(0, place));
        return Optional.of(new ModelAndView("redirect:/desk/editions/" + edition.id() + "?done=saved"
                        + (window.isWhole() ? "" : "&page=" + window.page()) + "#item-" + item))
                .filter(it -> place >= 0);
    }

    private static ModelAndView back(String series, int number, String done) {
        return new ModelAndView("redirect:/desk/editions/" + new EditionId(series, number) + "?done=" + done);
    }
}
