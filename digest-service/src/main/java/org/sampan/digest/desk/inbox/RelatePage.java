package org.sampan.digest.desk.inbox;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingFilter;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Merging;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.ClusterClippings;
import org.sampan.digest.edit.LinkVersions;
import org.sampan.digest.page.NotHere;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Finds the other clipping that tells the same story, or the same in another language, and says which of both it is. */
@Controller
@RequestMapping("/desk/clippings/{id}")
final class RelatePage {
    private static final int MOST = 20;
    /** Without words, the neighbours in time are looked at: the same story comes within days. */
    private static final Duration NEAR = Duration.ofDays(4);

    private final Clippings clippings;
    private final ClippingCards cards;
    private final ClusterClippings clusters;
    private final LinkVersions links;

    RelatePage(Clippings clippings, ClippingCards cards, ClusterClippings clusters, LinkVersions links) {
        this.clippings = clippings;
        this.cards = cards;
        this.clusters = clusters;
        this.links = links;
    }

    @GetMapping("/relate")
    ModelAndView find(@PathVariable long id, @RequestParam(defaultValue = "") String q) {
        Clipping clipping = clippings.find(new ClippingId(id)).orElseThrow(NotHere::new);
        Instant published = clipping.story().publishedAt();
        ClippingFilter wanted = q.isBlank()
                ? ClippingFilter.ALL.published(Optional.of(published.minus(NEAR)), Optional.of(published.plus(NEAR)))
                : ClippingFilter.ALL.withWords(q);
        List<Clipping> found = clippings.page(wanted, Optional.empty(), MOST + 1).stream()
                .filter(one -> !one.id().equals(clipping.id()))
                .limit(MOST)
                .toList();
        return new ModelAndView("desk/relate")
                .addObject("card", cards.of(List.of(clipping)).get(0))
                .addObject("found", cards.of(found))
                .addObject("q", q);
    }

    /** The one that an edition carries is kept. */
    @PostMapping("/merge")
    String merge(@PathVariable long id, @RequestParam long other, SignedInEditor editor) {
        ClippingId one = new ClippingId(id);
        ClippingId two = new ClippingId(other);
        return switch (clusters.merge(one, two, editor.actor())) {
            case MERGED -> to(one, "merged");
            case NOTHING_TO_MERGE -> throw new NotHere();
            case IN_EDITION ->
                clusters.merge(two, one, editor.actor()) == Merging.MERGED ? to(two, "merged") : to(one, "in-edition");
        };
    }

    @PostMapping("/split")
    String split(@PathVariable long id, @RequestParam URI source, @RequestParam String item, SignedInEditor editor) {
        return clusters.split(new ClippingId(id), source, item, editor.actor())
                .map(made -> to(made, "split"))
                .orElseThrow(NotHere::new);
    }

    @PostMapping("/link")
    String link(@PathVariable long id, @RequestParam long other, SignedInEditor editor) {
        if (!links.link(new ClippingId(id), new ClippingId(other), editor.actor())) {
            throw new NotHere();
        }
        return "redirect:/desk/clippings/" + id + "/versions?done=" + DoneNote.written("linked", 1, List.of());
    }

    private static String to(ClippingId id, String what) {
        return "redirect:/desk/clippings/" + id + "?done=" + DoneNote.written(what, 1, List.of());
    }
}
