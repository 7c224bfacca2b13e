package org.sampan.digest.page;

import freemarker.cache.FileTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.Version;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.settings.BadSettings;

/**
 * The pages' FreeMarker templates in one folder: everything is escaped as HTML unless a template says otherwise, and
 * no template can reach a class. Safe for many threads.
 */
public final class PageTemplates {
    private static final Version VERSION = Configuration.VERSION_2_3_33;
    private static final String ENDING = ".ftlh";

    private final Path folder;
    private final Configuration configuration = new Configuration(VERSION);

    /** @throws BadSettings when there is no such folder */
    public PageTemplates(Path folder) {
        this.folder = folder;
        try {
            configuration.setTemplateLoader(new FileTemplateLoader(folder.toFile()));
        } catch (IOException e) {
            throw new BadSettings(List.of("the templates in " + folder + " cannot be read: " + e.getMessage()));
        }
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setURLEscapingCharset(StandardCharsets.UTF_8.name());
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setNumberFormat("computer");
        configuration.setObjectWrapper(new OptionalsAreMissing());
    }

    boolean has(String name) {
        return name.matches("[a-z-]+(?:/[a-z-]+)?") && Files.isRegularFile(folder.resolve(name + ENDING));
    }

    /** @throws IllegalStateException when the template is broken, with its file and line */
    public String render(String name, Map<String, ?> model) {
        try {
            Template template = configuration.getTemplate(name + ENDING);
            StringWriter page = new StringWriter();
            template.process(model, page);
            return page.toString();
        } catch (TemplateException e) {
            throw new IllegalStateException("template " + name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("template " + name, e);
        }
    }

    /** An empty Optional is to a template what a missing value is: {@code value!} and {@code value??} work. */
    private static final class OptionalsAreMissing extends DefaultObjectWrapper {
        OptionalsAreMissing() {
            super(VERSION);
        }

        @Override
        protected TemplateModel handleUnknownType(Object value) throws TemplateModelException {
            return value instanceof Optional<?> optional ? wrap(optional.orElse(null)) : super.handleUnknownType(value);
        }
    }
}
