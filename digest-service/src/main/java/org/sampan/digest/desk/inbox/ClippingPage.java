package org.sampan.digest.desk.inbox;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Versions;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.BadEdit;
import org.sampan.digest.edit.EditClipping;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.Subject;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.settings.Settings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One clipping with everything that is known of it, and all of it to be changed. */
@Controller
@RequestMapping("/desk/clippings/{id}")
final class ClippingPage {
    private static final int DEEDS = 30;

    private final Clippings clippings;
    private final Versions versions;
    private final ClippingParts parts;
    private final EditClipping editClipping;
    private final Journal journal;
    private final ZoneId zone;

    ClippingPage(
            Clippings clippings,
            Versions versions,
            ClippingParts parts,
            EditClipping editClipping,
            Journal journal,
            Settings settings) {
        this.clippings = clippings;
        this.versions = versions;
        this.parts = parts;
        this.editClipping = editClipping;
        this.journal = journal;
        this.zone = settings.web().timezone();
    }

    @GetMapping
    ModelAndView show(@PathVariable long id, @RequestParam Map<String, String> given, Locale language) {
        Clipping clipping = clipping(id);
        return page(clipping, ClippingForm.of(clipping.story(), zone), language)
                .addObject("done", DoneNote.of(given))
                .addObject("takedown", given.containsKey("takedown"));
    }

    @PostMapping
    ModelAndView edit(
            @PathVariable long id, @ModelAttribute("form") ClippingForm form, Locale language, SignedInEditor editor) {
        Clipping clipping = clipping(id);
        try {
            editClipping.edit(clipping.id(), form.changes(clipping.story(), zone), editor.actor());
            return new ModelAndView(
                    "redirect:/desk/clippings/" + id + "?done=" + DoneNote.written("changed", 1, List.of()));
        } catch (BadEdit bad) {
            ModelAndView page = page(clipping, form, language).addObject("bad", bad.field());
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
    }

    private Clipping clipping(long id) {
        return clippings.find(new ClippingId(id)).orElseThrow(NotHere::new);
    }

    private ModelAndView page(Clipping clipping, ClippingForm form, Locale language) {
        ClippingId id = clipping.id();
        return parts.describe(new ModelAndView("desk/clipping"), clipping, language)
                .addObject("form", form)
                .addObject("versions", versions.of(Set.of(id)).getOrDefault(id, List.of()))
                .addObject("origins", clippings.wordings(id))
                .addObject("deeds", journal.of(new Subject("clipping", id.toString()), DEEDS))
                .addObject("back", "/desk/clippings/" + id);
    }
}
