package org.sampan.digest.desk.statement;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.desk.MailFrame;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.mailserver.MailServerUnavailable;
import org.sampan.digest.mailserver.SubmissionFailed;
import org.sampan.digest.page.Messages;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.portal.StatementView;
import org.sampan.digest.render.RenderStatement;
import org.sampan.digest.send.TryStatement;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.statement.CheckCodes;
import org.sampan.digest.statement.PublicStatements;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementLinks;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A statement as its readers will have it: as mail, with and without HTML, and as page; and a trial mail to oneself. */
@Controller
@RequestMapping("/desk/statements/{id:[0-9]{1,18}}/preview")
final class PreviewPage {
    private final StatementDesk desk;
    private final RenderStatement render;
    private final TryStatement trial;
    private final Frame frame;

    PreviewPage(StatementDesk desk, RenderStatement render, TryStatement trial, Frame frame) {
        this.desk = desk;
        this.render = render;
        this.trial = trial;
        this.frame = frame;
    }

    /** What stands around a statement. */
    @Component
    record Frame(PublicStatements published, CheckCodes codes, Messages messages, Settings settings) {}

    @GetMapping
    ModelAndView mail(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String in,
            @RequestParam(defaultValue = "") String done) {
        Statement statement = desk.find(id);
        List<Rendering> all = renderings(statement);
        return new ModelAndView("desk/statement-preview")
                .addObject("statement", statement)
                .addObject("renderings", all)
                .addObject("shown", in(all, in))
                .addObject("done", done.matches("sent|not-sent") ? done : "");
    }

    @GetMapping("/mail")
    ResponseEntity<byte[]> html(@PathVariable long id, @RequestParam(defaultValue = "") String in) {
        return MailFrame.of(in(renderings(desk.find(id)), in).html().toString());
    }

    @GetMapping("/page")
    ModelAndView page(@PathVariable long id, @RequestParam(defaultValue = "") String in) {
        Statement statement = desk.find(id);
        return new ModelAndView("statement")
                .addObject("preview", true)
                .addObject("statement", StatementView.of(statement, statement.latest(), Locale.forLanguageTag(in)));
    }

    /** In one language, or in all of them, a mail each. */
    @PostMapping
    String send(@PathVariable long id, @RequestParam(defaultValue = "") String in, SignedInEditor editor) {
        Statement statement = desk.find(id);
        List<Rendering> all = renderings(statement);
        String result = "sent";
        try {
            for (Rendering one : in.isEmpty() ? all : List.of(in(all, in))) {
                trial.send(editor.email(), asTrial(one), statement.latest().content());
            }
        } catch (SubmissionFailed notTaken) {
            result = "not-sent";
        }
        return "redirect:/desk/statements/" + id + "/preview?in="
                + in(all, in).language().toLanguageTag() + "&done=" + result;
    }

    private Rendering asTrial(Rendering one) {
        String subject =
                frame.messages().text(one.language(), "statement.trial.subject", Map.of("title", one.subject()));
        return new Rendering(one.language(), subject, one.html(), one.text(), one.preface());
    }

    private List<Rendering> renderings(Statement statement) {
        URI web = frame.settings().web().url();
        return render.render(
                statement,
                statement.latest(),
                StatementLinks.of(
                        page(statement, web),
                        web,
                        frame.codes().of(statement.latest().id().mail())));
    }

    private Optional<URI> page(Statement statement, URI web) {
        try {
            return frame.published().pageOf(statement, web);
        } catch (MailServerUnavailable away) {
            return Optional.empty();
        }
    }

    private static Rendering in(List<Rendering> all, String tag) {
        if (tag.isEmpty()) {
            return all.get(0);
        }
        return all.stream()
                .filter(it -> it.language().toLanguageTag().equals(tag))
                .findFirst()
                .orElseThrow(NotHere::new);
    }
}
