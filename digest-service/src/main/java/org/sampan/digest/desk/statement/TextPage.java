package org.sampan.digest.desk.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.EditStatement;
import org.sampan.digest.edit.Unfit;
import org.sampan.digest.markdown.Markdown;
import org.sampan.digest.page.Messages;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.page.PageLanguage;
import org.sampan.digest.statement.Contact;
import org.sampan.digest.statement.Content;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementId;
import org.sampan.digest.statement.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A statement in one language: its text, what this version changes, and whom its readers may ask. */
@Controller
@RequestMapping("/desk/statements/{id:[0-9]{1,18}}/texts")
final class TextPage {
    private final StatementDesk desk;
    private final EditStatement edit;
    private final Messages messages;

    TextPage(StatementDesk desk, EditStatement edit, Messages messages) {
        this.desk = desk;
        this.edit = edit;
        this.messages = messages;
    }

    /** What was typed into the form; {@code was} names the text it began with. */
    record TextForm(
            String was,
            String subject,
            String body,
            String changes,
            @Nullable Boolean agrees,
            List<String> name,
            List<String> phone,
            List<String> email) {
        TextForm {
            was = orEmpty(was);
            subject = orEmpty(subject);
            body = Typed.text(orEmpty(body));
            changes = Typed.text(orEmpty(changes));
            name = orNone(name);
            phone = orNone(phone);
            email = orNone(email);
        }

        private static String orEmpty(@Nullable String typed) {
            return typed == null ? "" : typed;
        }

        private static List<String> orNone(@Nullable List<String> typed) {
            return typed == null ? List.of() : List.copyOf(typed);
        }

        /** Rows of which anything is filled in. */
        List<Contact> contacts(Locale language) {
            List<Contact> contacts = new ArrayList<>();
            for (int row = 0; row < name.size(); row++) {
                Contact contact = new Contact(language, at(name, row), at(phone, row), at(email, row));
                if (!(contact.name() + contact.phone() + contact.email()).isEmpty()) {
                    contacts.add(contact);
                }
            }
            return contacts;
        }

        private static String at(List<String> column, int row) {
            return row < column.size()
                    ? column.get(row).replaceAll("\\p{Cntrl}+", " ").strip()
                    : "";
        }
    }

    /** Adds a language, and begins with writing in it. */
    @PostMapping
    ModelAndView add(@PathVariable long id, @RequestParam(defaultValue = "") String language, SignedInEditor editor) {
        Content content = desk.find(id).latest().content();
        Locale wanted = ours(language);
        if (content.text(wanted).isEmpty()) {
            if (content.texts().size() == Content.MOST_LANGUAGES) {
                throw new NotHere();
            }
            try {
                edit.say(new StatementId(id), Text.blank(wanted), List.of(), editor.actor());
            } catch (Unfit unfit) {
                return desk.page(desk.find(id), Typed.wrongly("texts", Map.of(), unfit), editor);
            }
        }
        return new ModelAndView("redirect:/desk/statements/" + id + "/texts/" + wanted.toLanguageTag());
    }

    @GetMapping("/{language}")
    ModelAndView form(@PathVariable long id, @PathVariable String language) {
        Statement statement = desk.find(id);
        Content content = statement.latest().content();
        Text text = content.text(Locale.forLanguageTag(language)).orElseThrow(NotHere::new);
        return page(statement, text, text, content.contacts(text.language()));
    }

    @PostMapping("/{language}")
    ModelAndView save(@PathVariable long id, @PathVariable String language, TextForm form, SignedInEditor editor) {
        Statement statement = desk.find(id);
        Content content = statement.latest().content();
        Text kept = content.text(Locale.forLanguageTag(language)).orElseThrow(NotHere::new);
        Text typed = typed(form, kept, content);
        List<Contact> contacts = form.contacts(kept.language());
        if (!form.was().equals(kept.wording()) && !typed.wording().equals(kept.wording())) {
            return refused(page(statement, kept, typed, contacts).addObject("conflict", true));
        }
        try {
            edit.say(statement.id(), typed, contacts, editor.actor());
            return new ModelAndView("redirect:/desk/statements/" + id + "?done=text#texts");
        } catch (Unfit unfit) {
            return refused(page(statement, kept, typed, contacts).addObject("problem", unfit));
        }
    }

    /** A translation that was written anew, or of which somebody says so, agrees with the original of now. */
    private static Text typed(TextForm form, Text kept, Content content) {
        Text typed = kept.saying(form.subject(), new Markdown(form.body()), form.changes());
        boolean original = kept.equals(content.original());
        return !original && Boolean.TRUE.equals(form.agrees()) ? typed.madeFrom(content.original()) : typed;
    }

    @PostMapping("/{language}/older")
    ModelAndView older(@PathVariable long id, @PathVariable String language, SignedInEditor editor) {
        return desk.doing(
                id,
                "texts",
                Map.of(),
                editor,
                () -> edit.letOlderGo(new StatementId(id), Locale.forLanguageTag(language), editor.actor()));
    }

    @PostMapping("/{language}/remove")
    ModelAndView remove(@PathVariable long id, @PathVariable String language, SignedInEditor editor) {
        return desk.doing(
                id,
                "texts",
                Map.of(),
                editor,
                () -> edit.removeLanguage(new StatementId(id), Locale.forLanguageTag(language), editor.actor()));
    }

    private Locale ours(String tag) {
        return messages.languages().stream()
                .filter(it -> it.tag().equals(tag))
                .map(PageLanguage::locale)
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    /** @param text what stands in the form */
    private static ModelAndView page(Statement statement, Text kept, Text text, List<Contact> contacts) {
        Content content = statement.latest().content();
        boolean original = kept.equals(content.original());
        return new ModelAndView("desk/statement-text")
                .addObject("statement", statement)
                .addObject("version", statement.latest())
                .addObject("open", statement.latest().state().isOpen())
                .addObject("kept", kept)
                .addObject("text", text)
                .addObject("contacts", contacts)
                .addObject("original", original ? Optional.empty() : Optional.of(content.original()))
                .addObject("stale", content.isStale(kept))
                .addObject("conflict", false);
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
