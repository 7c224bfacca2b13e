package org.sampan.digest.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.journal.Deed;
import org.sampan.digest.journal.DeedId;
import org.sampan.digest.journal.Journal;
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
    private final Clippings clippings;
    private final TakeBack takeBack;

    JournalPage(Journal journal, Clippings clippings, TakeBack takeBack) {
        this.clippings = clippings;
        this.journal = journal;
        this.takeBack = takeBack;
    }

    @GetMapping
    ModelAndView page(@RequestParam Optional<Long> before, @RequestParam(defaultValue = "") String done) {
        List<Deed> deeds = journal.page(before.map(DeedId::new), A_PAGE);
        Optional<DeedId> next = deeds.size() < A_PAGE
                ? Optional.empty()
                : Optional.of(deeds.get(deeds.size() - 1).id());
        return new ModelAndView("desk/journal")
                .addObject("deeds", deeds)
                .addObject("titles", titles(deeds))
                .addObject("next", next)
                .addObject("done", done.matches("undone|late") ? done : "");
    }

    /** Of the clippings they speak of. */
    private Map<String, String> titles(List<Deed> deeds) {
        List<ClippingId> spokenOf = deeds.stream()
                .map(Deed::content)
                .flatMap(deed -> Stream.of(
                        deed.subject().kind().equals("clipping")
                                ? deed.subject().key()
                                : "",
                        deed.detail().replaceFirst(" (up|down|top)$", "")))
                .filter(number -> number.matches("[0-9]{1,18}"))
                .map(number -> new ClippingId(Long.parseLong(number)))
                .distinct()
                .toList();
        return clippings.loadBrief(spokenOf).values().stream()
                .collect(Collectors.toMap(
                        clipping -> clipping.id().toString(),
                        clipping -> clipping.story().title()));
    }

    /** Taken back once, however often the button is pressed, and as long as nothing else has come over it. */
    @PostMapping("/{id}/undo")
    String undo(@PathVariable long id, @RequestParam(defaultValue = "") String back, SignedInEditor editor) {
        boolean undone = takeBack.takeBack(new DeedId(id), editor.actor());
        return Back.to(back, "/desk/journal").redirect("done", undone ? "undone" : "late");
    }
}
