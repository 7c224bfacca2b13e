package org.sampan.digest.render;

import freemarker.template.TemplateMethodModelEx;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.markdown.Markdown;
import org.sampan.digest.markdown.PlainText;
import org.sampan.digest.page.Messages;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.spelling.Spelling;
import org.sampan.digest.statement.Embargo;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementLinks;
import org.sampan.digest.statement.StatementVersion;
import org.sampan.digest.statement.Text;
import org.sampan.digest.statement.Withdrawal;
import org.springframework.stereotype.Component;

/**
 * Renders a statement, or the notice that it is withdrawn, with the templates {@code statement.html.ftlh} and
 * {@code statement.txt.ftl} of {@code templates/statement}, in each language it is written in. The same statement always
 * gives the same bytes. Safe for many threads.
 */
@Component
public class RenderStatement {
    private static final int COLUMNS = 72;

    private final Templates templates;
    private final Messages messages;
    private final Spelling spelling;

    RenderStatement(Settings settings, Messages messages, Spelling spelling) {
        this.spelling = spelling;
        this.templates = new Templates(settings.templates().resolve("statement"));
        this.messages = messages;
    }

    /**
     * @return the original first
     */
    public List<Rendering> render(Statement statement, StatementVersion version, StatementLinks links) {
        return version.content().texts().stream()
                .map(text -> render(statement, version, text, links))
                .toList();
    }

    private Rendering render(Statement statement, StatementVersion version, Text text, StatementLinks links) {
        Locale language = text.language();
        Map<String, Object> model = frame(language, links);
        model.put("title", text.subject());
        model.put("titleText", wrapped(text.subject(), language));
        model.put("older", version.content().goesOlder(text) ? say(language, "older", Map.of()) : "");
        model.put("body", text.body().html());
        model.put("bodyText", wrapped(text.body().text(), language));
        model.put("signatories", version.content().signatories());
        model.put("contacts", version.content().contacts(language));
        if (version.id().isFirst()) {
            return filled(language, text.subject(), model);
        }
        model.put("about", say(language, "corrects", Map.of("date", firstDate(statement, language))));
        model.put("reasonHeading", say(language, "changed", Map.of()));
        Text said = version.content().changesFor(text);
        putReason(model, said.changes(), said.language());
        return filled(language, say(language, "correction", Map.of("title", text.subject())), model);
    }

    /** @param withdrawn a statement that is */
    public List<Rendering> renderWithdrawal(Statement withdrawn, StatementLinks links) {
        StatementVersion last = withdrawn.out().isEmpty()
                ? withdrawn.latest()
                : withdrawn.out().get(withdrawn.out().size() - 1);
        return last.content().texts().stream()
                .map(text -> renderWithdrawal(withdrawn, last, text, links))
                .toList();
    }

    private Rendering renderWithdrawal(Statement statement, StatementVersion last, Text text, StatementLinks links) {
        Withdrawal withdrawal = statement.withdrawal().orElseThrow();
        Locale language = text.language();
        Map<String, Object> model = frame(language, links);
        model.put("title", text.subject());
        model.put("titleText", wrapped(text.subject(), language));
        model.put("body", "");
        model.put("bodyText", "");
        model.put("signatories", List.of());
        model.put("contacts", List.of());
        model.put("about", say(language, "withdraws", Map.of("date", firstDate(statement, language))));
        model.put("reasonHeading", say(language, "reason", Map.of()));
        boolean translated = withdrawal.in(language).isPresent();
        putReason(
                model,
                withdrawal.reasonFor(language),
                translated ? language : last.content().original().language());
        return filled(language, say(language, "withdrawn", Map.of("title", text.subject())), model);
    }

    private Map<String, Object> frame(Locale language, StatementLinks links) {
        Map<String, Object> model = new HashMap<>();
        model.put("language", language.toLanguageTag());
        model.put("fold", (TemplateMethodModelEx) lines -> wrapped(lines.get(0).toString(), language));
        model.put("wrap", (TemplateMethodModelEx) lines -> wrapped(lines.get(0).toString(), "  ", language));
        model.put("typeface", Typeface.of(language).model());
        model.put("url", links.page().map(URI::toString).orElse(""));
        model.put("checkUrl", links.check().toString());
        model.put("checkCode", links.code().text());
        model.put("checkHeading", say(language, "check", Map.of()));
        model.put("codeHeading", say(language, "code", Map.of()));
        model.put("about", "");
        model.put("older", "");
        model.put("reason", "");
        model.put("reasonText", "");
        model.put("reasonLanguage", language.toLanguageTag());
        model.put("reasonHeading", "");
        model.put("signedHeading", say(language, "signed", Map.of()));
        model.put("contactHeading", say(language, "contact", Map.of()));
        model.put("webHeading", say(language, "on-the-web", Map.of()));
        return model;
    }

    private static void putReason(Map<String, Object> model, String reason, Locale language) {
        Markdown words = new Markdown(reason);
        model.put("reason", words.html());
        model.put("reasonText", wrapped(words.text(), language));
        model.put("reasonLanguage", language.toLanguageTag());
    }

    private Rendering filled(Locale language, String subject, Map<String, Object> model) {
        return new Rendering(
                language,
                subject,
                templates.fill("statement.html.ftlh", model),
                templates.fill("statement.txt.ftl", model).strip() + "\n",
                say(language, "several-languages", Map.of()));
    }

    /** When readers got the first version; in a preview, now is as good as then. */
    private String firstDate(Statement statement, Locale language) {
        StatementVersion first = statement.versions().get(0);
        ZoneId zone = first.content().embargo().map(Embargo::zone).orElse(ZoneId.of("UTC"));
        Instant sent = first.begunAt().orElse(statement.createdAt());
        return spelling.day(sent, zone, language);
    }

    private String say(Locale language, String key, Map<String, ?> values) {
        return messages.text(language, "statement.mail." + key, values);
    }

    private static String wrapped(String text, Locale language) {
        return wrapped(text, "", language);
    }

    private static String wrapped(String text, String indent, Locale language) {
        return new PlainText(COLUMNS).wrap(text, indent, language);
    }
}
