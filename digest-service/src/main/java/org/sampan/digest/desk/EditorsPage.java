package org.sampan.digest.desk;

import java.util.Optional;
import org.sampan.digest.edit.ChooseEditors;
import org.sampan.digest.mailserver.EmailAddress;
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
    private final ChooseEditors choose;

    EditorsPage(Editors editors, ChooseEditors choose) {
        this.editors = editors;
        this.choose = choose;
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
        choose.letIn(address.get(), editor.actor());
        return new ModelAndView("redirect:/desk/editors");
    }

    @PostMapping("/remove")
    ModelAndView remove(@RequestParam String email, SignedInEditor editor) {
        EmailAddress.parse(email).ifPresent(address -> choose.remove(address, editor.actor()));
        return new ModelAndView("redirect:/desk/editors");
    }

    private ModelAndView page(SignedInEditor editor, String typed, boolean bad) {
        return new ModelAndView("desk/editors")
                .addObject("editors", editors.all())
                .addObject("self", editor.email().text())
                .addObject("typed", typed)
                .addObject("bad", bad);
    }
}
