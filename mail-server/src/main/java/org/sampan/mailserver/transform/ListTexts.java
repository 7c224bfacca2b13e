package org.sampan.mailserver.transform;

import freemarker.core.PlainTextOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.post.PostLinks;

/**
 * What the list itself writes into a post, in its language: {@code templates/footer/footer_<language>.ftl} and
 * {@code attachment_<language>.ftl}, in English where there is none. Safe for many threads.
 */
final class ListTexts {
    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
    private final PostLinks links;

    /** @param folder with {@code footer.ftl} and {@code attachment.ftl}, the English ones */
    ListTexts(Path folder, PostLinks links) {
        this.links = links;
        try {
            templates.setDirectoryForTemplateLoading(folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("there is no folder of footers: " + folder, e);
        }
        templates.setDefaultEncoding("UTF-8");
        templates.setOutputFormat(PlainTextOutputFormat.INSTANCE);
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
        templates.setAPIBuiltinEnabled(false);
    }

    Footer footer(Rendering rendering) {
        return new Footer(
                lines("footer.ftl", rendering, ofPost(rendering)).stream()
                        .map(String::stripTrailing)
                        .toList(),
                rendering.leavePlace());
    }

    /**
     * What stands where an attached file stood.
     *
     * @param file {@code name}, {@code size}; where it can be fetched {@code link} and {@code until}
     */
    List<String> attachment(Rendering rendering, Map<String, Object> file) {
        return lines("attachment.ftl", rendering, file);
    }

    private List<String> lines(String template, Rendering rendering, Map<String, Object> values) {
        StringWriter text = new StringWriter();
        try {
            templates
                    .getTemplate(template, Locale.forLanguageTag(rendering.textLanguage()))
                    .process(values, text);
        } catch (IOException | TemplateException e) {
            throw new IllegalStateException(
                    template + " in '" + rendering.textLanguage() + "' cannot be written: " + e.getMessage(), e);
        }
        return text.toString().strip().lines().toList();
    }

    private String leave(Rendering rendering) {
        return rendering.isPersonal()
                ? links.leave(rendering.leavePlace())
                : "mailto:" + rendering.list().address().at(ListAddress.Role.LEAVE);
    }

    private String preferences(Rendering rendering) {
        return rendering.isPersonal() ? links.preferences(rendering.leavePlace()) : links.account();
    }

    private Map<String, Object> ofPost(Rendering rendering) {
        return Map.of(
                "list", rendering.list().settings().name(),
                "address", rendering.list().address().toString(),
                "leave", leave(rendering),
                "preferences", preferences(rendering),
                "post", links.post(rendering.list().address(), rendering.post().id()));
    }
}
