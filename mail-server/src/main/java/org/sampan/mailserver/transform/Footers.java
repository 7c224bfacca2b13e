package org.sampan.mailserver.transform;

import freemarker.core.PlainTextOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.sampan.mailserver.post.PostLinks;

/**
 * Writes the footer in a list's language, from {@code templates/footer/footer_<language>.ftl}, in English where there is none.
 * Safe for many threads.
 */
final class Footers {
    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
    private final PostLinks links;

    /** @param folder with {@code footer.ftl}, the English one */
    Footers(Path folder, PostLinks links) {
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

    Footer of(Rendering rendering) {
        StringWriter text = new StringWriter();
        try {
            templates
                    .getTemplate("footer.ftl", Locale.forLanguageTag(rendering.textLanguage()))
                    .process(values(rendering), text);
        } catch (IOException | TemplateException e) {
            throw new IllegalStateException(
                    "the footer in '" + rendering.textLanguage() + "' cannot be written: " + e.getMessage(), e);
        }
        return new Footer(text.toString().strip().lines().toList(), rendering.leavePlace());
    }

    private Map<String, Object> values(Rendering rendering) {
        return Map.of(
                "list", rendering.list().settings().name(),
                "address", rendering.list().address().toString(),
                "leave", links.leave(rendering.leavePlace()),
                "post", links.post(rendering.list().address(), rendering.post().id()));
    }
}
