package org.sampan.digest.desk.inbox;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.BadEdit;
import org.sampan.digest.edit.Change;
import org.sampan.digest.edit.WriteClipping;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.source.DeclaredSources;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A clipping of what no feed and no page gives: typed by hand. */
@Controller
@RequestMapping("/desk/clippings/new")
final class WritePage {
    private final WriteClipping writing;
    private final Choices choices;
    private final ZoneId zone;
    private final Clock clock;

    WritePage(WriteClipping writing, Choices choices, Settings settings, Clock clock) {
        this.writing = writing;
        this.choices = choices;
        this.zone = settings.web().timezone();
        this.clock = clock;
    }

    @GetMapping
    ModelAndView form(Locale language) {
        return page(ClippingForm.of(blank(language, Optional.empty()), zone), "", language);
    }

    @PostMapping
    ModelAndView write(
            @ModelAttribute("form") ClippingForm form,
            @RequestParam(defaultValue = "") String link,
            Locale language,
            SignedInEditor editor) {
        Optional<URI> address = DeclaredSources.feedUrl(link).filter(it -> it.getHost() != null);
        Story blank = blank(language, address);
        List<Change> fields = new ArrayList<>(form.changes(blank, zone));
        try {
            ClippingId id = writing.write(blank, fields, editor.actor());
            return new ModelAndView(
                    "redirect:/desk/clippings/" + id + "?done=" + DoneNote.written("written", 1, List.of()));
        } catch (BadEdit bad) {
            ModelAndView page = page(form, link, language).addObject("bad", bad.field());
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
    }

    private Story blank(Locale language, Optional<URI> link) {
        Instant now = clock.instant();
        return new Story(
                "",
                Kind.NEWS_CLIPPING,
                now,
                Optional.empty(),
                Optional.empty(),
                language,
                Optional.empty(),
                link,
                "",
                "");
    }

    private ModelAndView page(ClippingForm form, String link, Locale language) {
        return new ModelAndView("desk/write")
                .addObject("form", form)
                .addObject("link", link)
                .addObject("choices", choices.in(language));
    }
}
