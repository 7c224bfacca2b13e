package org.sampan.mailserver.notice;

import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.OutputFormat;
import freemarker.core.ParseException;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One set of templates and texts. A template makes plain text and HTML, from two layouts, so that neither says less than the
 * other. Safe for many threads.
 */
final class Wording {
    static final String SUFFIX = ".ftl";

    private final NoticeTexts texts;
    private final Configuration plain;
    private final Configuration html;

    Wording(NoticeTexts texts, TemplateLoader templates) {
        this.texts = texts;
        this.plain = configuration(templates, PlainTextOutputFormat.INSTANCE, "layout-text.ftl");
        this.html = configuration(templates, HTMLOutputFormat.INSTANCE, "layout-html.ftl");
    }

    NoticeTexts texts() {
        return texts;
    }

    /** @throws UnusableTemplateException when a template cannot be read, or names what is not there */
    Letter write(Notice notice) {
        String language = texts.nearest(
                notice.language().isEmpty() ? notice.list().settings().language() : notice.language());
        Locale locale = Locale.forLanguageTag(language);
        String kind = notice.content().kind();
        NoticeValues known = NoticeValues.of(notice, locale);
        Map<String, String> values = new HashMap<>(known.texts());
        values.put("languages", String.join(", ", texts.languages()));
        String subject = subject(language, kind, values);
        Map<String, Object> model = new HashMap<>(values);
        model.putAll(known.rows());
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

    private String subject(String language, String kind, Map<String, String> values) {
        try {
            return texts.say(language, kind, "subject", values).replaceAll("\\s+", " ");
        } catch (IllegalArgumentException e) {
            throw new UnusableTemplateException(kind + SUFFIX, 0, String.valueOf(e.getMessage()), e);
        }
    }

    private static String render(Configuration templates, String kind, Map<String, Object> model) {
        String name = kind + SUFFIX;
        StringWriter written = new StringWriter();
        try {
            templates.getTemplate(name).process(model, written);
            return written.toString();
        } catch (ParseException e) {
            throw unusable(e.getTemplateName(), name, e.getLineNumber(), e.getEditorMessage(), e);
        } catch (TemplateException e) {
            Integer line = e.getLineNumber();
            throw unusable(e.getTemplateSourceName(), name, line == null ? 0 : line, e.getMessageWithoutStackTop(), e);
        } catch (FileNotFoundException e) {
            throw new UnusableTemplateException(name, 0, "is missing", e);
        } catch (IOException e) {
            throw new UnusableTemplateException(name, 0, "cannot be read: " + e.getMessage(), e);
        }
    }

    private static UnusableTemplateException unusable(
            @Nullable String named, String asked, int line, String reason, Exception cause) {
        String first = reason.lines().limit(2).map(String::strip).collect(Collectors.joining(" "));
        return new UnusableTemplateException(named == null ? asked : named, Math.max(0, line), first, cause);
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

    private static Configuration configuration(TemplateLoader templates, OutputFormat format, String layout) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(templates);
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
