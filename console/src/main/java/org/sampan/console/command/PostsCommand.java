package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.sampan.console.rest.RestPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./sampan posts}: what was written to a list, and statements to be sent. */
@Command(name = "posts", description = "What was written to a list; statements to be sent.")
final class PostsCommand extends CommandGroup {

    private final Session session;

    PostsCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "Show the posts of a list, newest first.")
    void list(
            @Parameters(paramLabel = "LIST") String list,
            @Mixin HowMany howMany,
            @Option(
                            names = "--since",
                            paramLabel = "DATE",
                            defaultValue = "",
                            description = "Only since then: 2026-11-22.")
                    Day since) {
        RestPath path = RestPath.of("lists", session.list(list), "posts").with("since", since.begin());
        new Listing(session, "posts", "id", "receivedAt:received", "from", "subject")
                .show(session.mailServer(), path, howMany.limit());
    }

    @Command(name = "show", description = "Show one post's record.")
    void show(@Parameters(paramLabel = "LIST") String list, @Parameters(paramLabel = "POST") String post) {
        JsonNode found = session.mailServer().get(RestPath.of("lists", session.list(list), "posts", post));
        session.answer(found, Json.lines(found));
    }

    @Command(name = "raw", description = "Print one post as it was received, byte by byte.")
    void raw(
            @Parameters(paramLabel = "LIST") String list,
            @Parameters(paramLabel = "POST") String post,
            @Option(names = "--as-sent", description = "As it was sent to the list instead.") boolean asSent) {
        RestPath path =
                RestPath.of("lists", session.list(list), "posts", post, "raw").with("as", asSent ? "sent" : "");
        try (InputStream message = session.mailServer().raw(path)) {
            message.transferTo(session.out());
        } catch (IOException e) {
            throw new UncheckedIOException("the message could not be read", e);
        }
    }

    @Command(
            name = "export",
            description = {
                "Print a list's posts as one mbox file, oldest first.",
                "Redirect it: ./sampan posts export members > members.mbox"
            })
    void export(
            @Parameters(paramLabel = "LIST") String list,
            @Option(
                            names = "--since",
                            paramLabel = "DATE",
                            defaultValue = "",
                            description = "Only since then: 2026-11-22.")
                    Day since,
            @Option(names = "--until", paramLabel = "DATE", defaultValue = "", description = "Only before that day.")
                    Day until,
            @Option(names = "--as-sent", description = "As they were sent to the list instead of as received.")
                    boolean asSent) {
        RestPath path = RestPath.of("lists", session.list(list), "posts.mbox")
                .with("since", since.begin())
                .with("until", until.begin())
                .with("as", asSent ? "sent" : "");
        try (InputStream mbox = session.mailServer().raw(path)) {
            mbox.transferTo(session.out());
        } catch (IOException e) {
            throw new UncheckedIOException("the posts could not be read to their end", e);
        }
    }

    @Command(
            name = "import",
            description = {
                "Take over the archive of another list server: mbox files as Mailman 2 and 3, Sympa or a mail program have",
                "them, packed by gzip or not. Nothing is mailed out. What is there already is passed over, so that the same",
                "file again goes on where it broke off. Exit code 1 when a message could not be taken."
            })
    int importArchive(
            @Parameters(paramLabel = "LIST") String list,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE.mbox") List<Path> files,
            @Option(names = "--check", description = "Only say what would become of it; change nothing.")
                    boolean check) {
        RestPath path = RestPath.of("lists", session.list(list), "posts.mbox").with("check", check ? "true" : "");
        ArchiveReport report = new ArchiveReport(session, check);
        for (Path file : files) {
            report.show(file, session.mailServer().put(path, "application/mbox", file));
        }
        return report.end();
    }

    @Command(
            name = "remove",
            description = "Take a post out of the archive for good; who did it, when and why stays to be read.")
    int remove(
            @Parameters(paramLabel = "LIST") String list,
            @Parameters(paramLabel = "POST") String post,
            @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Shown in the archive.")
                    String reason,
            @Option(
                            names = "--text",
                            paramLabel = "TEXT",
                            description = "Keep the post, with this text in the place of its own.")
                    @Nullable String text,
            @Option(names = "--yes", description = "Do not ask.") boolean yes) {
        if (!Confirmation.given(yes, "Take out what " + post + " says, for good?")) {
            return 1;
        }
        ObjectNode wanted = Json.object().put("reason", reason);
        String verb = text == null ? "remove" : "redact";
        if (text != null) {
            wanted.put("text", text);
        }
        JsonNode removal =
                session.mailServer().post(RestPath.of("lists", session.list(list), "posts", post, verb), wanted);
        session.answer(removal, Json.text(removal, "kind") + " " + post);
        return 0;
    }

    @Command(name = "send", description = "Send a statement, written in Markdown, to one or more lists.")
    void send(@Mixin StatementOptions statement) {
        JsonNode sent = session.digestService().post(RestPath.of("api", "statements"), statement.form(session));
        String lists = StreamSupport.stream(sent.path("lists").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
        session.answer(
                sent,
                "statement " + Json.text(sent, "id") + " handed in for " + lists + " as "
                        + Json.text(sent, "messageId"));
    }
}
