package org.sampan.digest.desk;

import java.time.Clock;
import java.util.Optional;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.journal.Subject;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.newsroom.Editor;
import org.sampan.digest.newsroom.Editors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who works in the newsroom; editors let others in and out. */
@Controller
@RequestMapping("/desk/editors")
final class EditorsPage {
    private final Editors editors;
    private final Journal journal;
    private final Clock clock;

    EditorsPage(Editors editors, Journal journal, Clock clock) {
        this.editors = editors;
        this.journal = journal;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView all(SignedInEditor editor) {
        return page(editor, "", false);
    }

    @PostMapping
    ModelAndView add(@RequestParam(defaultValue = "") String email, SignedInEditor editor) {
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return page(editor, email, true);
        }
        if (editors.add(new Editor(address.get(), editor.actor().name(), clock.instant()))) {
            journal.record(deed(editor, address.get(), "added"), clock.instant());
        }
        return new ModelAndView("redirect:/desk/editors");
    }

    @PostMapping("/remove")
    ModelAndView remove(@RequestParam String email, SignedInEditor editor) {
        EmailAddress.parse(email)
                .filter(editors::remove)
                .ifPresent(address -> journal.record(deed(editor, address, "removed"), clock.instant()));
        return new ModelAndView("redirect:/desk/editors");
    }

    private static NewDeed deed(SignedInEditor editor, EmailAddress concerned, String what) {
        return new NewDeed(editor.actor(), new Subject("editor", concerned.text()), what, "");
    }

    private ModelAndView page(SignedInEditor editor, String typed, boolean bad) {
        return new ModelAndView("desk/editors")
                .addObject("editors", editors.all())
                .addObject("self", editor.email().text())
                .addObject("typed", typed)
                .addObject("bad", bad);
    }
}
