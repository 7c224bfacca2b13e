package org.sampan.digest.desk.inbox;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.clipping.Version;
import org.sampan.digest.clipping.Versions;
import org.sampan.digest.desk.Back;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.LinkVersions;
import org.sampan.digest.page.NotHere;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One document in several languages, side by side. */
@Controller
@RequestMapping("/desk/clippings/{id}")
final class VersionsPage {
    private final Clippings clippings;
    private final Versions versions;
    private final LinkVersions links;

    VersionsPage(Clippings clippings, Versions versions, LinkVersions links) {
        this.clippings = clippings;
        this.versions = versions;
        this.links = links;
    }

    /** A version with its text. */
    public record Column(Version version, Story story) {}

    @GetMapping("/versions")
    ModelAndView sideBySide(@PathVariable long id, @RequestParam Map<String, String> given) {
        Clipping clipping = clippings.find(new ClippingId(id)).orElseThrow(NotHere::new);
        return new ModelAndView("desk/versions")
                .addObject("clipping", clipping)
                .addObject("columns", columns(clipping))
                .addObject("back", "/desk/clippings/" + id + "/versions")
                .addObject("done", DoneNote.of(given));
    }

    /** The original first; a clipping alone is a column of its own. */
    private List<Column> columns(Clipping clipping) {
        Story story = clipping.story();
        Version alone = new Version(clipping.id(), story.language(), story.title(), false, false);
        List<Version> all = versions.of(Set.of(clipping.id())).getOrDefault(clipping.id(), List.of(alone));
        Map<ClippingId, Clipping> loaded =
                clippings.load(all.stream().map(Version::id).toList());
        return all.stream()
                .filter(version -> loaded.containsKey(version.id()))
                .sorted(Comparator.comparing(version -> !version.original()))
                .map(version -> new Column(
                        version,
                        Objects.requireNonNull(loaded.get(version.id())).story()))
                .toList();
    }

    @PostMapping("/versions/confirm")
    String confirm(@PathVariable long id, @RequestParam(defaultValue = "") String back, SignedInEditor editor) {
        links.confirm(new ClippingId(id), editor.actor());
        return leadBack(id, back, "confirmed");
    }

    @PostMapping("/versions/original")
    String declareOriginal(@PathVariable long id, @RequestParam(defaultValue = "") String back, SignedInEditor editor) {
        links.declareOriginal(new ClippingId(id), editor.actor());
        return leadBack(id, back, "original");
    }

    @PostMapping("/versions/unlink")
    String unlink(@PathVariable long id, @RequestParam(defaultValue = "") String back, SignedInEditor editor) {
        links.unlink(new ClippingId(id), editor.actor());
        return leadBack(id, back, "unlinked");
    }

    private static String leadBack(long id, String back, String what) {
        return Back.to(back, "/desk/clippings/" + id + "/versions")
                .redirect("done", DoneNote.written(what, 1, List.of()));
    }
}
