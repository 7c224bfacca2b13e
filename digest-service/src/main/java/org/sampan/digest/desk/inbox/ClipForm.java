package org.sampan.digest.desk.inbox;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.collect.ClipPage;
import org.sampan.digest.collect.FeedProblem;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.WriteClipping;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.source.DeclaredSources;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Makes a clipping of a page's address, typed here or brought by the bookmarklet, which only opens this page: nothing of
 * ours runs on pages of others. What was made is shown to be corrected, or taken back.
 */
@Controller
final class ClipForm {
    private final ClipPage clipPage;
    private final WriteClipping writing;
    private final Settings settings;
    private final Clock clock;

    ClipForm(ClipPage clipPage, WriteClipping writing, Settings settings, Clock clock) {
        this.clipPage = clipPage;
        this.writing = writing;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/desk/clip")
    ModelAndView form(@RequestParam(defaultValue = "") String url, @RequestParam(defaultValue = "") String title) {
        return page(url, title);
    }

    @PostMapping("/desk/clip")
    ModelAndView clip(@RequestParam(defaultValue = "") String url, SignedInEditor editor) {
        Optional<URI> address = DeclaredSources.feedUrl(url).filter(it -> it.getHost() != null);
        if (address.isEmpty()) {
            return refused(url, Optional.empty());
        }
        Instant begun = clock.instant();
        try {
            ClippingId id = clipPage.clip(address.get());
            String what = writing.clipped(id, begun, editor.actor()) ? "clipped" : "known";
            return new ModelAndView("redirect:/desk/clippings/" + id + "?done=" + DoneNote.written(what, 1, List.of()));
        } catch (FeedProblem problem) {
            return refused(url, Optional.ofNullable(problem.getMessage()));
        }
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
