package org.sampan.mailserver.notice;

import freemarker.cache.FileTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.OutputFormat;
import freemarker.core.ParseException;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sampan.mailserver.settings.BadSettingsException;

/**
 * Puts a notice into words with the operator's templates. One template makes plain text and HTML, from two layouts, so that
 * neither says less than the other. Safe for many threads.
 */
final class LetterWriter {
    private static final String SUFFIX = ".ftl";

    private final NoticeTexts texts;
    private final Configuration plain;
    private final Configuration html;

    /**
     * @param templates the folder that holds {@code notices} and {@code messages}
     * @throws BadSettingsException when one of them cannot be used
     */
    LetterWriter(Path templates) {
        this.texts = NoticeTexts.in(templates.resolve("messages"));
        this.plain = configuration(templates.resolve("notices"), PlainTextOutputFormat.INSTANCE, "layout-text.ftl");
        this.html = configuration(templates.resolve("notices"), HTMLOutputFormat.INSTANCE, "layout-html.ftl");
        requireEveryKind(templates.resolve("notices"));
    }

    /** @throws IllegalStateException when the operator's template names what is not there */
    Letter write(Notice notice) {
        String language = texts.nearest(
                notice.language().isEmpty() ? notice.list().settings().language() : notice.language());
        Locale locale = Locale.forLanguageTag(language);
        String kind = notice.content().kind();
        Map<String, String> values = NoticeValues.of(notice, locale);
        values.put("languages", String.join(", ", texts.languages()));
        String subject = texts.say(language, kind, "subject", values).replaceAll("\\s+", " ");
        Map<String, Object> model = new HashMap<>(values);
        model.put("language", language);
        model.put("title", subject);
        model.put("say", (TemplateMethodModelEx)
                arguments -> texts.say(language, kind, arguments.get(0).toString(), values));
        model.put("wrap", (TemplateMethodModelEx)
                arguments -> FoldedText.of(arguments.get(0).toString(), locale));
        model.put("shell", (TemplateMethodModelEx)
                arguments -> shellWord(arguments.get(0).toString()));
        return new Letter(
                language,
                subject,
                tidy(render(plain, kind, model)),
                render(html, kind, model).strip() + "\n",
                notice.content().replyTo(),
                notice.content().leave());
    }

    NoticeTexts texts() {
        return texts;
    }

    private void requireEveryKind(Path folder) {
        List<String> problems = new ArrayList<>();
        for (Class<?> content : NoticeContent.class.getPermittedSubclasses()) {
            String name = NoticeContent.kind(content) + SUFFIX;
            try {
                html.getTemplate(name);
            } catch (ParseException e) {
                String reason = e.getEditorMessage().lines().findFirst().orElse("not a template");
                problems.add(folder.resolve(name) + ":" + e.getLineNumber() + ": " + reason);
            } catch (IOException e) {
                problems.add(folder.resolve(name) + ": cannot be read: " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new BadSettingsException(problems);
        }
    }

    private static String render(Configuration templates, String kind, Map<String, Object> model) {
        StringWriter written = new StringWriter();
        try {
            templates.getTemplate(kind + SUFFIX).process(model, written);
            return written.toString();
        } catch (IOException | TemplateException e) {
            throw new IllegalStateException("the notice " + kind + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Templates leave lines behind where they say nothing. */
    private static String tidy(String text) {
        return text.replace("\r\n", "\n")
                        .replaceAll("(?m)(?<!^--)[ \t]+$", "")
                        .replaceAll("\n{3,}", "\n\n")
                        .strip()
                + "\n";
    }

    /** A list or an address may have characters that mean something to a shell. */
    private static String shellWord(String text) {
        return text.matches("[A-Za-z0-9@._+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static Configuration configuration(Path folder, OutputFormat format, String layout) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        try {
            configuration.setTemplateLoader(new FileTemplateLoader(folder.toFile()));
        } catch (IOException e) {
            throw new BadSettingsException(List.of(folder + ": cannot be read: " + e));
        }
        configuration.setDefaultEncoding("UTF-8");
        configuration.setOutputFormat(format);
        configuration.addAutoImport("mail", layout);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setLocalizedLookup(false);
        return configuration;
    }
}
