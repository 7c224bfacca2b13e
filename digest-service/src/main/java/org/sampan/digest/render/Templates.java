package org.sampan.digest.render;

import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * FreeMarker templates of mails in one folder. What ends in {@code .ftlh} is escaped as HTML, and none can reach a class.
 * Safe for many threads.
 */
final class Templates {
    private final Path folder;
    private final Configuration configuration;

    Templates(Path folder) {
        this.folder = folder;
        try {
            configuration = new Configuration(Configuration.VERSION_2_3_34);
            configuration.setDirectoryForTemplateLoading(folder.toFile());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("computer");
        configuration.setLogTemplateExceptions(false);
        configuration.setRecognizeStandardFileExtensions(true);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    }

    /** @throws IllegalStateException naming the template's file and line */
    String fill(String name, Map<String, Object> model) {
        try {
            Template template = configuration.getTemplate(name);
            StringWriter out = new StringWriter();
            template.process(model, out);
            return out.toString();
        } catch (TemplateException broken) {
            throw new IllegalStateException(
                    "templates/" + folder.getFileName() + "/" + name + " line " + broken.getLineNumber() + ": "
                            + broken.getMessageWithoutStackTop(),
                    broken);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
