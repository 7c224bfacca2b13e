package org.sampan.console.command;

import org.sampan.console.rest.RestPath;
import picocli.CommandLine.Option;

/** Which stories are wanted; the newsroom itself checks the values. */
final class ClippingFilterOptions {
    @Option(
            names = "--state",
            paramLabel = "STATE",
            defaultValue = "",
            description = "new (no edition carries it), used or omitted.")
    private String state = "";

    @Option(names = "--kind", paramLabel = "KIND", defaultValue = "", description = "Such as press-release.")
    private String kind = "";

    @Option(names = "--country", paramLabel = "CODE", defaultValue = "", description = "Two letters, such as TH.")
    private String country = "";

    @Option(names = "--topic", paramLabel = "TOPIC", defaultValue = "", description = "Such as wages.")
    private String topic = "";

    @Option(names = "--language", paramLabel = "TAG", defaultValue = "", description = "Such as en or my.")
    private String language = "";

    @Option(names = "--source", paramLabel = "URL", defaultValue = "", description = "The address of the source.")
    private String source = "";

    @Option(
            names = {"-q", "--search"},
            paramLabel = "WORDS",
            defaultValue = "",
            description = "Words, of any language, that all stand in it; their beginnings are enough.")
    private String words = "";

    @Option(names = "--since", paramLabel = "DAY", defaultValue = "", description = "Published on this day or later.")
    private String since = "";

    @Option(names = "--until", paramLabel = "DAY", defaultValue = "", description = "Published on this day or before.")
    private String until = "";

    RestPath on(RestPath path) {
        return path.with("state", state)
                .with("kind", kind)
                .with("country", country)
                .with("topic", topic)
                .with("language", language)
                .with("source", source)
                .with("q", words)
                .with("since", since)
                .with("until", until);
    }
}
