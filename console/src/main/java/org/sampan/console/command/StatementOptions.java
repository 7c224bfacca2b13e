package org.sampan.console.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sampan.console.rest.Multipart;
import picocli.CommandLine.Option;

/** The options of {@code ./sampan posts send} and {@code ./sampan statements send}. */
final class StatementOptions {

    @Option(
            names = "--list",
            paramLabel = "LIST",
            required = true,
            description = "A list it goes to; may be given again.")
    private List<String> lists = List.of();

    @Option(
            names = "--subject",
            paramLabel = "TEXT",
            required = true,
            description = "Its title and the mail's subject.")
    private String subject = "";

    @Option(names = "--file", paramLabel = "FILE.md", required = true, description = "Its text, Markdown in UTF-8.")
    private Path file = Path.of("");

    @Option(
            names = "--language",
            paramLabel = "xx",
            defaultValue = "",
            description = "The language it is in (default: the list's).")
    private String language = "";

    @Option(names = "--attach", paramLabel = "FILE", description = "An attachment; may be given again.")
    private List<Path> attachments = List.of();

    /** The form the digest service takes. */
    Multipart form(Session session) {
        Multipart form = new Multipart();
        lists.forEach(list -> form.field("list", session.list(list)));
        form.field("subject", subject);
        if (!language.isEmpty()) {
            form.field("language", language);
        }
        form.file("body", file, FurtherTexts.MARKDOWN);
        attachments.forEach(attachment -> form.file("attachment", attachment, contentType(attachment)));
        return form;
    }

    private static String contentType(Path file) {
        try {
            return Optional.ofNullable(Files.probeContentType(file)).orElse("application/octet-stream");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
