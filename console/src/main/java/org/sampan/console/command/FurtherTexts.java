package org.sampan.console.command;

import java.nio.file.Path;
import java.util.Map;
import org.sampan.console.rest.Multipart;
import picocli.CommandLine.Option;

/** The option of commands that take a statement's text: what it says in languages beside the original's. */
final class FurtherTexts {
    static final String MARKDOWN = "text/markdown; charset=utf-8";

    @Option(
            names = "--text",
            paramLabel = "xx=FILE.md",
            description = "The text in a further language; may be given again.")
    private Map<String, Path> texts = Map.of();

    void addTo(Multipart form) {
        texts.forEach((language, file) -> form.file("body." + language, file, MARKDOWN));
    }
}
