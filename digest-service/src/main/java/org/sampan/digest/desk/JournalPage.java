package org.sampan.digest.desk;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sampan.digest.journal.Deed;
import org.sampan.digest.journal.DeedId;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.journal.Undoing;
import org.sampan.digest.page.NotHere;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who did what when, newest first; and what can be taken back. */
@Controller
@RequestMapping("/desk/journal")
final class JournalPage {
    private static final int A_PAGE = 50;

    private final Journal journal;
    private final Map<String, Undoing> undoings;
    private final Clock clock;

    JournalPage(Journal journal, List<Undoing> undoings, Clock clock) {
        this.journal = journal;
        this.undoings = undoings.stream().collect(Collectors.toMap(Undoing::kind, Function.identity()));
        this.clock = clock;
    }

    @GetMapping
    ModelAndView page(@RequestParam Optional<Long> before, @RequestParam(defaultValue = "") String done) {
        List<Deed> deeds = journal.page(before.map(DeedId::new), A_PAGE);
        Optional<DeedId> next = deeds.size() < A_PAGE
                ? Optional.empty()
                : Optional.of(deeds.get(deeds.size() - 1).id());
        return new ModelAndView("desk/journal")
                .addObject("deeds", deeds)
                .addObject("next", next)
                .addObject("done", done.matches("undone|late") ? done : "");
    }

    /** Taken back once, however often the button is pressed, and as long as nothing else has come over it. */
    @PostMapping("/{id}/undo")
    ModelAndView undo(@PathVariable long id, SignedInEditor editor) {
        Deed deed = journal.find(new DeedId(id)).filter(Deed::canBeUndone).orElseThrow(NotHere::new);
        Optional<NewDeed> undone = Optional.ofNullable(
                        undoings.get(deed.content().subject().kind()))
                .flatMap(undoing -> undoing.undo(deed, editor.actor()));
        undone.ifPresent(done -> journal.markUndone(deed.id(), journal.record(done, clock.instant())));
        return new ModelAndView("redirect:/desk/journal?done=" + (undone.isPresent() ? "undone" : "late"));
    }
}
