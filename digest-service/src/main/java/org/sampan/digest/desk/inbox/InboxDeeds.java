package org.sampan.digest.desk.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.desk.Back;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.desk.TakeBack;
import org.sampan.digest.journal.DeedId;
import org.sampan.digest.page.NotHere;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the inbox's buttons do, to one clipping or to several at once. A script that asks for it gets only the card, anew;
 * whoever runs none is led back to the page.
 */
@Controller
@RequestMapping("/desk/inbox")
final class InboxDeeds {
    private static final String INBOX = "/desk/inbox";
    private static final String DONE = "done";
    private static final int MOST = 100;

    private final Clippings clippings;
    private final QuickEdit quickEdit;
    private final ClippingCards cards;
    private final Choices choices;
    private final TakeBack takeBack;

    InboxDeeds(Clippings clippings, QuickEdit quickEdit, ClippingCards cards, Choices choices, TakeBack takeBack) {
        this.clippings = clippings;
        this.quickEdit = quickEdit;
        this.cards = cards;
        this.choices = choices;
        this.takeBack = takeBack;
    }

    @PostMapping("/one/{id}")
    ModelAndView one(
            @PathVariable long id,
            @ModelAttribute("wanted") QuickEdit.Wanted wanted,
            Locale language,
            @RequestHeader("HX-Request") Optional<String> script,
            SignedInEditor editor) {
        String back = wanted.back().orElse(INBOX);
        ClippingId clipping = new ClippingId(id);
        QuickEdit.Outcome outcome = quickEdit.perform(clipping, wanted, editor.actor());
        return script.isPresent()
                ? card(clipping, outcome, back, language)
                : leadBack(back, outcome.what(), 1, outcome.undo());
    }

    private ModelAndView card(ClippingId id, QuickEdit.Outcome outcome, String back, Locale language) {
        Clipping clipping = clippings.find(id).orElseThrow(NotHere::new);
        ClippingCard card = cards.of(List.of(clipping)).get(0).withUndo(DoneNote.joined(outcome.undo()));
        return new ModelAndView("desk/inbox-card")
                .addObject("card", card)
                .addObject("what", outcome.what())
                .addObject("choices", choices.in(language))
                .addObject("back", Back.to(back, INBOX).address());
    }

    @PostMapping("/several")
    ModelAndView several(
            @RequestParam(name = "id", defaultValue = "") List<Long> ids,
            @ModelAttribute("wanted") QuickEdit.Wanted wanted,
            SignedInEditor editor) {
        String back = wanted.back().orElse(INBOX);
        List<QuickEdit.Outcome> outcomes = ids.stream()
                .limit(MOST)
                .map(id -> quickEdit.perform(new ClippingId(id), wanted, editor.actor()))
                .toList();
        List<DeedId> undo =
                outcomes.stream().flatMap(outcome -> outcome.undo().stream()).toList();
        String what = outcomes.stream().map(QuickEdit.Outcome::what).findFirst().orElse("none");
        int count = (int)
                outcomes.stream().filter(outcome -> outcome.what().equals(what)).count();
        return leadBack(back, what, count, undo);
    }

    /** As forms send it. {@code card}: the one the button stands on. */
    record Undo(Optional<String> undo, Optional<Long> card, Optional<String> back) {}

    /** Takes back what one press of a button did to one or several. */
    @PostMapping("/take-back")
    ModelAndView takeBack(
            @ModelAttribute("wanted") Undo wanted,
            Locale language,
            @RequestHeader("HX-Request") Optional<String> script,
            SignedInEditor editor) {
        long undone = DoneNote.deeds(wanted.undo().orElse("")).stream()
                .filter(deed -> takeBack.takeBack(deed, editor.actor()))
                .count();
        String back = wanted.back().orElse(INBOX);
        String what = undone == 0 ? "late" : "undone";
        return script.isPresent() && wanted.card().isPresent()
                ? card(new ClippingId(wanted.card().get()), new QuickEdit.Outcome(what, List.of()), back, language)
                : leadBack(back, what, (int) undone, List.of());
    }

    private static ModelAndView leadBack(String back, String what, int count, List<DeedId> undo) {
        return new ModelAndView(Back.to(back, INBOX).redirect(DONE, DoneNote.written(what, count, undo)));
    }
}
