package org.sampan.digest.render;

import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The templates of one series: those of {@code templates/edition}, each of which the operator may override by a file of
 * the same name in {@code editions/<series>} beside {@code editions.yaml}. Safe for many threads.
 */
final class EditionTemplates {
    static final String FRAME = "edition.mjml.ftlh";
    static final String ITEMS = "items.html.ftlh";
    static final String TEXT = "edition.txt.ftl";
    private static final List<String> ALL = List.of(FRAME, ITEMS, TEXT);

    /** Where a template is looked for, the first first. */
    private final List<Path> folders;

    private final Configuration configuration;

    EditionTemplates(Path own, Path standard) {
        this.folders = Files.isDirectory(own) ? List.of(own, standard) : List.of(standard);
        this.configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(loader());
        // What is printed has to be what its fingerprint names, and that is made from the files as they are now.
        configuration.setTemplateUpdateDelayMilliseconds(0);
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("computer");
        configuration.setLogTemplateExceptions(false);
        configuration.setLocalizedLookup(false);
        configuration.setRecognizeStandardFileExtensions(true);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    }

    private TemplateLoader loader() {
        List<TemplateLoader> loaders = new ArrayList<>();
        for (Path folder : folders) {
            try {
                loaders.add(new FileTemplateLoader(folder.toFile()));
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }
        MultiTemplateLoader all = new MultiTemplateLoader(loaders.toArray(TemplateLoader[]::new));
        // Else what was once read from the standard folder is never looked for in the series' own.
        all.setSticky(false);
        return all;
    }

    /** @throws BrokenTemplate naming file and line */
    void fill(String name, Map<String, Object> model, Writer out) {
        try {
            configuration.getTemplate(name).process(model, out);
        } catch (ParseException broken) {
            throw unsound(broken);
        } catch (TemplateException broken) {
            Integer line = broken.getLineNumber();
            throw new BrokenTemplate(
                    file(String.valueOf(broken.getTemplateSourceName())),
                    line == null ? 1 : line,
                    broken.getMessageWithoutStackTop());
        } catch (IOException broken) {
            // FreeMarker remembers for some seconds that a template was unsound.
            if (broken.getCause() instanceof ParseException before) {
                throw unsound(before);
            }
            throw new UncheckedIOException(broken);
        }
    }

    private BrokenTemplate unsound(ParseException broken) {
        return new BrokenTemplate(file(broken.getTemplateName()), broken.getLineNumber(), broken.getEditorMessage());
    }

    /** The file that a template is read from. */
    Path file(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseGet(() -> folders.get(folders.size() - 1).resolve(name));
    }

    /** Their text, one after the other: what is rendered with the same is the same. */
    String sources() {
        StringBuilder all = new StringBuilder();
        for (String name : ALL) {
            try {
                all.append(Files.readString(file(name)));
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }
        return all.toString();
    }
}
