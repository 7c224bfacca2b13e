package org.sampan.mailserver.notice;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.settings.BadSettingsException;
import org.sampan.mailserver.settings.Settings;

/**
 * Every notice in every language on one page that needs nothing else: text and HTML side by side, from samples; then those that a
 * list has in words of its own.
 */
public final class NoticePreview {
    private static final int BAD_CONFIGURATION = 78;

    private final LetterWriter writer;

    NoticePreview(LetterWriter writer) {
        this.writer = writer;
    }

    /**
     * Writes the page; needs neither database nor a running server. Refused words of lists are named on standard error, and end it
     * with 1.
     *
     * @param arguments the file to write
     */
    public static void main(String[] arguments) throws IOException {
        try {
            Settings settings = Settings.from(System.getenv());
            NoticePreview preview = new NoticePreview(new LetterWriter(
                    settings.home().resolve("templates"), settings.config().resolve("notices")));
            Files.writeString(Path.of(arguments[0]), preview.page());
            List<String> problems = preview.problems();
            problems.forEach(problem -> System.err.println("sampan: " + problem));
            System.exit(problems.isEmpty() ? 0 : 1);
        } catch (BadSettingsException e) {
            e.problems().forEach(problem -> System.err.println("sampan: " + problem));
            System.exit(BAD_CONFIGURATION);
        }
    }

    /** What was refused of the lists' own words. */
    List<String> problems() {
        return writer.ofLists().names().stream()
                .flatMap(it -> writer.ofLists().of(it).problems().stream())
                .toList();
    }

    /** HTML. */
    String page() {
        List<Chapter> chapters = new ArrayList<>();
        chapters.add(new Chapter(
                "",
                NoticeContent.samples().stream()
                        .map(it -> entry(it.kind(), NoticeSamples.listOf(it), it))
                        .toList()));
        writer.ofLists().names().forEach(name -> chapters.add(ofList(name)));
        try {
            StringWriter page = new StringWriter();
            Set<String> languages = writer.shipped().texts().languages();
            configuration()
                    .getTemplate("preview.ftl")
                    .process(Map.of("chapters", chapters, "languages", languages, "problems", problems()), page);
            return page.toString();
        } catch (IOException | TemplateException e) {
            throw new IllegalStateException("the page's template is part of the program", e);
        }
    }

    private Chapter ofList(String name) {
        List<String> kinds = writer.ofLists().of(name).kinds();
        return new Chapter(
                name,
                NoticeContent.samples().stream()
                        .filter(it -> kinds.contains(it.kind()))
                        .map(it -> entry(name + "-" + it.kind(), NoticeSamples.named(name), it))
                        .toList());
    }

    private Entry entry(String anchor, MailingList list, NoticeContent content) {
        return new Entry(
                content.kind(),
                anchor,
                writer.shipped().texts().languages().stream()
                        .map(it -> version(it, writer.write(NoticeSamples.of(list, it, content))))
                        .toList());
    }

    private static Version version(String language, Letter letter) {
        return new Version(language, letter.subject(), letter.text(), letter.html());
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(NoticePreview.class, "");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        return configuration;
    }

    /**
     * The notices of a list, or the shipped ones.
     *
     * @param list empty: shipped
     */
    public record Chapter(String list, List<Entry> entries) {}

    /**
     * One notice in all languages.
     *
     * @param anchor of the page
     */
    public record Entry(String kind, String anchor, List<Version> versions) {}

    /** One notice in one language. */
    public record Version(String language, String subject, String text, String html) {}
}
