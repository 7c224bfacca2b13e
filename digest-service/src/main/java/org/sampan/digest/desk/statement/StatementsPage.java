package org.sampan.digest.desk.statement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.EditStatement;
import org.sampan.digest.markdown.Markdown;
import org.sampan.digest.page.Messages;
import org.sampan.digest.page.PageLanguage;
import org.sampan.digest.statement.Content;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementId;
import org.sampan.digest.statement.Statements;
import org.sampan.digest.statement.Text;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All statements, and the way to a new one. */
@Controller
final class StatementsPage {
    private static final int A_PAGE = 30;

    private final Statements statements;
    private final EditStatement edit;
    private final Messages messages;

    StatementsPage(Statements statements, EditStatement edit, Messages messages) {
        this.statements = statements;
        this.edit = edit;
        this.messages = messages;
    }

    @GetMapping("/desk/statements")
    ModelAndView all(@RequestParam Optional<Long> before, @RequestParam(defaultValue = "false") boolean discarded) {
        List<Statement> found = statements.page(before.map(StatementId::new), discarded, A_PAGE);
        return new ModelAndView("desk/statements")
                .addObject("statements", found)
                .addObject("discarded", discarded)
                .addObject(
                        "next",
                        found.size() < A_PAGE
                                ? Optional.empty()
                                : Optional.of(found.get(A_PAGE - 1).id().value()));
    }

    @GetMapping("/desk/statements/new")
    ModelAndView fresh() {
        return new ModelAndView("desk/statement-new");
    }

    /** Kept at once, however little of it there is yet. */
    @PostMapping("/desk/statements")
    String begin(
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String body,
            SignedInEditor editor) {
        Locale original = messages.languages().stream()
                .filter(it -> it.tag().equals(language))
                .map(PageLanguage::locale)
                .findFirst()
                .orElse(Messages.FALLBACK);
        Content content =
                Content.blank(original).with(Text.blank(original).saying(subject, new Markdown(Typed.text(body)), ""));
        Statement begun = edit.begin(content, Optional.empty(), editor.actor());
        return "redirect:/desk/statements/" + begun.id();
    }
}
