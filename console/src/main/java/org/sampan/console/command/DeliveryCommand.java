package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sampan.console.rest.RestPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./sampan delivery}: who got what, and sends stopped in mid-way. */
@Command(name = "delivery", description = "Who got what; pause, resume or cancel a send.")
final class DeliveryCommand extends CommandGroup {

    private final Session session;

    DeliveryCommand(Session session) {
        this.session = session;
    }

    @Command(
            name = "show",
            description = "Show how the delivery of a post stands, or what became of one member's copy.")
    void show(
            @Mixin PostOfList post,
            @Option(names = "--member", paramLabel = "EMAIL", defaultValue = "", description = "Only this one's copy.")
                    String member,
            @Option(names = "--follow", description = "Go on until it is finished, cancelled or paused.")
                    boolean follow)
            throws InterruptedException {
        if (!member.isEmpty()) {
            JsonNode copy = session.mailServer().get(path(post, member));
            session.answer(copy, Json.lines(copy));
            return;
        }
        JsonNode delivery = session.mailServer().get(path(post));
        if (follow) {
            delivery = new SendProgress(session.err())
                    .follow(delivery, () -> session.mailServer().get(path(post)));
        }
        session.answer(delivery, SendReport.of(delivery));
    }

    @Command(name = "recipients", description = "Show whose copies did not go at once, with the other server's words.")
    void recipients(
            @Mixin PostOfList post,
            @Option(
                            names = "--status",
                            paramLabel = "STATUS",
                            defaultValue = "",
                            description =
                                    "Only deferred, failed, sent or cancelled ones (default: deferred and failed).")
                    String status,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "100",
                            description = "How many (default: ${DEFAULT-VALUE}).")
                    int limit) {
        new Listing(session, "recipients", "email", "status", "attempts", "nextAttemptAt:next", "lastReply:reply")
                .show(session.mailServer(), path(post, "recipients").with("status", status), limit);
    }

    @Command(name = "pause", description = "Stop a send for a while, at once on all nodes.")
    void pause(@Mixin PostOfList post) {
        change(post, "pause");
    }

    @Command(name = "resume", description = "Let a paused send go on.")
    void resume(@Mixin PostOfList post) {
        change(post, "resume");
    }

    @Command(name = "cancel", description = "End a send for good; who has no copy yet gets none.")
    void cancel(
            @Mixin PostOfList post,
            @Option(names = "--yes", description = "Do not ask whether this is meant.") boolean yes) {
        if (Confirmation.given(yes, "Nobody who has no copy yet will get one. Cancel?")) {
            change(post, "cancel");
        }
    }

    private void change(PostOfList post, String change) {
        ObjectNode nobodyNamed = Json.object();
        JsonNode delivery = session.mailServer().post(path(post, change), nobodyNamed);
        session.answer(delivery, SendReport.of(delivery));
    }

    private RestPath path(PostOfList post, String... below) {
        String[] segments = new String[5 + below.length];
        segments[0] = "lists";
        segments[1] = session.list(post.list);
        segments[2] = "posts";
        segments[3] = post.post;
        segments[4] = "delivery";
        System.arraycopy(below, 0, segments, 5, below.length);
        return RestPath.of(segments);
    }

    /** Which post. */
    static final class PostOfList {
        @Parameters(paramLabel = "LIST")
        private String list = "";

        @Parameters(paramLabel = "POST")
        private String post = "";
    }
}
