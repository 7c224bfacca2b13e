package org.sampan.digest.desk.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.KeptCopy;
import org.sampan.digest.clipping.SavedCopies;
import org.sampan.digest.desk.Back;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.BadEdit;
import org.sampan.digest.edit.Change;
import org.sampan.digest.edit.EditClipping;
import org.sampan.digest.edit.VouchForLink;
import org.sampan.digest.journal.Deed;
import org.sampan.digest.journal.DeedId;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.Subject;
import org.sampan.digest.link.LinkState;
import org.sampan.digest.link.WatchedLink;
import org.sampan.digest.link.WatchedLinks;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Published stories whose original is gone or has moved, and what can be done about it. */
@Controller
@RequestMapping("/desk/links")
final class LinksPage {
    private static final int A_PAGE = 30;
    private static final String SHELF = "/desk/links";

    private final Readings readings;
    private final EditClipping editClipping;
    private final VouchForLink vouchForLink;
    private final Journal journal;

    /** Where it is read from. */
    @Component
    record Readings(WatchedLinks links, Clippings clippings, SavedCopies copies) {}

    LinksPage(Readings readings, EditClipping editClipping, VouchForLink vouchForLink, Journal journal) {
        this.readings = readings;
        this.editClipping = editClipping;
        this.vouchForLink = vouchForLink;
        this.journal = journal;
    }

    /** @param copy the newest that was saved of it */
    public record LostLink(Clipping clipping, WatchedLink link, Optional<KeptCopy> copy) {}

    /** What is lost in one way. */
    public record Tab(String name, int count, boolean current) {}

    @GetMapping
    ModelAndView shelf(
            @RequestParam(defaultValue = "gone") String state,
            @RequestParam Optional<Long> after,
            @RequestParam Map<String, String> given) {
        LinkState wanted = state.equals(LinkState.MOVED.slug()) ? LinkState.MOVED : LinkState.GONE;
        List<WatchedLink> page = readings.links().page(wanted, after.map(ClippingId::new), A_PAGE);
        ModelAndView shelf = new ModelAndView("desk/links");
        if (page.size() == A_PAGE) {
            shelf.addObject(
                    "next",
                    SHELF + "?state=" + wanted.slug() + "&after="
                            + page.get(A_PAGE - 1).clipping());
        }
        return shelf.addObject("all", described(page))
                .addObject("tabs", tabs(wanted))
                .addObject("back", SHELF + "?state=" + wanted.slug())
                .addObject("bad", given.containsKey("bad"))
                .addObject("done", DoneNote.of(given));
    }

    private List<LostLink> described(List<WatchedLink> page) {
        List<ClippingId> ids = page.stream().map(WatchedLink::clipping).toList();
        Map<ClippingId, Clipping> clippings = readings.clippings().loadBrief(ids);
        Map<ClippingId, KeptCopy> copies = readings.copies().newest(ids);
        return page.stream()
                .filter(link -> clippings.containsKey(link.clipping()))
                .map(link -> new LostLink(
                        Objects.requireNonNull(clippings.get(link.clipping())),
                        link,
                        Optional.ofNullable(copies.get(link.clipping()))))
                .toList();
    }

    private List<Tab> tabs(LinkState current) {
        Map<LinkState, Integer> counts = readings.links().lost();
        List<Tab> tabs = new ArrayList<>();
        for (LinkState state : List.of(LinkState.GONE, LinkState.MOVED)) {
            tabs.add(new Tab(state.slug(), counts.getOrDefault(state, 0), state == current));
        }
        return tabs;
    }

    @PostMapping("/{id}/fine")
    String callFine(@PathVariable long id, @RequestParam(defaultValue = "") String back, SignedInEditor editor) {
        boolean done = vouchForLink.vouch(new ClippingId(id), editor.actor());
        return leadBack(back, done ? "link-fine" : "none", done ? latest(id) : List.of());
    }

    @PostMapping("/{id}/replace")
    String replace(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String back,
            SignedInEditor editor) {
        ClippingId clipping = new ClippingId(id);
        List<DeedId> before = latest(id);
        try {
            Change change = new Change("link", Optional.of(link));
            boolean there = !link.isBlank()
                    && editClipping
                            .edit(clipping, List.of(change), editor.actor())
                            .isPresent();
            List<DeedId> deeds =
                    latest(id).stream().filter(deed -> !before.contains(deed)).toList();
            return leadBack(back, there && !deeds.isEmpty() ? "replaced" : "none", deeds);
        } catch (BadEdit bad) {
            return Back.to(back.startsWith(SHELF) ? back : SHELF, SHELF).redirect("bad", bad.field());
        }
    }

    private List<DeedId> latest(long id) {
        return journal.of(new Subject("clipping", Long.toString(id)), 1).stream()
                .filter(Deed::canBeUndone)
                .map(Deed::id)
                .toList();
    }

    private static String leadBack(String back, String what, List<DeedId> undo) {
        return Back.to(back, SHELF).redirect("done", DoneNote.written(what, 1, undo));
    }
}
