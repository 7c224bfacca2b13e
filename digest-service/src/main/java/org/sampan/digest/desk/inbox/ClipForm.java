package org.sampan.digest.desk.inbox;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.FoundPages;
import org.sampan.digest.clipping.SavedCopy;
import org.sampan.digest.collect.ClipPage;
import org.sampan.digest.collect.FeedProblem;
import org.sampan.digest.collect.FoundPage;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.BadEdit;
import org.sampan.digest.edit.Change;
import org.sampan.digest.edit.EditClipping;
import org.sampan.digest.edit.WriteClipping;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.source.DeclaredSources;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Makes a clipping of a page's address, typed here or brought by the bookmarklet, which only opens this page: nothing of
 * ours runs on pages of others. First it is shown what was found, to be corrected; what was shown is what is kept, even
 * when the page changes meanwhile.
 */
@Controller
@RequestMapping("/desk/clip")
final class ClipForm {
    /** After that, a page that was looked at is forgotten. */
    private static final Duration HELD = Duration.ofDays(1);

    private final ClipPage clipPage;
    private final FoundPages foundPages;
    private final Desk desk;
    private final Settings settings;
    private final Clock clock;

    ClipForm(ClipPage clipPage, FoundPages foundPages, Desk desk, Settings settings, Clock clock) {
        this.clipPage = clipPage;
        this.foundPages = foundPages;
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    /** What keeps a clipping and corrects it. */
    @Component
    record Desk(Clippings clippings, WriteClipping writing, EditClipping editing, Choices choices) {}

    @GetMapping
    ModelAndView form(@RequestParam(defaultValue = "") String url, @RequestParam(defaultValue = "") String title) {
        return page(url, title);
    }

    @PostMapping
    ModelAndView look(@RequestParam(defaultValue = "") String url, Locale language, SignedInEditor editor) {
        Optional<URI> address = DeclaredSources.feedUrl(url).filter(it -> it.getHost() != null);
        if (address.isEmpty()) {
            return refused(url, Optional.empty());
        }
        try {
            FoundPage found = clipPage.look(address.get());
            String person = editor.actor().name();
            foundPages.hold(found.copy(), person, clock.instant().minus(HELD));
            return shown(found, ClippingForm.of(found.story(), settings.web().timezone()), language);
        } catch (FeedProblem problem) {
            return refused(url, Optional.ofNullable(problem.getMessage()));
        }
    }

    /** @param sha256 names what was shown */
    @PostMapping("/keep")
    ModelAndView keep(
            @ModelAttribute("form") ClippingForm form,
            @RequestParam(defaultValue = "") String url,
            @RequestParam String sha256,
            Locale language,
            SignedInEditor editor) {
        Optional<SavedCopy> held = foundPages.held(editor.actor().name(), sha256);
        if (held.isEmpty()) {
            return page(url, "").addObject("forgotten", true);
        }
        try {
            FoundPage found = clipPage.read(held.get());
            return kept(found, form, language, editor);
        } catch (FeedProblem problem) {
            return refused(url, Optional.ofNullable(problem.getMessage()));
        }
    }

    private ModelAndView kept(FoundPage found, ClippingForm form, Locale language, SignedInEditor editor) {
        List<Change> corrections =
                form.corrections(found.story(), settings.web().timezone());
        try {
            desk.writing().corrected(found.story(), corrections);
        } catch (BadEdit bad) {
            ModelAndView page = shown(found, form, language).addObject("bad", bad.field());
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        ClippingId id = clipPage.keep(found);
        boolean fresh = desk.writing().clipped(id, found.copy().fetchedAt(), corrections, editor.actor());
        if (!fresh) {
            desk.editing().edit(id, corrections, editor.actor());
        }
        foundPages.forget(editor.actor().name());
        String what = fresh ? "clipped" : "known";
        return new ModelAndView("redirect:/desk/clippings/" + id + "?done=" + DoneNote.written(what, 1, List.of()));
    }

    private ModelAndView shown(FoundPage found, ClippingForm form, Locale language) {
        return new ModelAndView("desk/clip-look")
                .addObject("copy", found.copy())
                .addObject("size", found.copy().bytes().length)
                .addObject("story", found.story())
                .addObject(
                        "known",
                        desk.clippings()
                                .findItem(
                                        found.offer().origin().source(),
                                        found.offer().item())
                                .map(ClippingId::value))
                .addObject("form", form)
                .addObject("choices", desk.choices().in(language));
    }

    private ModelAndView refused(String url, Optional<String> reason) {
        ModelAndView page = page(url, "").addObject("refused", true).addObject("reason", reason);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private ModelAndView page(String url, String title) {
        return new ModelAndView("desk/clip")
                .addObject("url", url)
                .addObject("title", title)
                .addObject("bookmarklet", bookmarklet());
    }

    private String bookmarklet() {
        return "javascript:window.open('" + settings.web().url()
                + "/desk/clip?url='+encodeURIComponent(location.href)+'&title='+encodeURIComponent(document.title),"
                + "'_blank','noopener');void 0";
    }
}
