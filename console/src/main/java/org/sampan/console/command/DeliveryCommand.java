package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import org.sampan.console.rest.RestPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./sampan delivery}: who got what. */
@Command(name = "delivery", description = "Who got what.")
final class DeliveryCommand extends CommandGroup {

    private final Session session;

    DeliveryCommand(Session session) {
        this.session = session;
    }

    @Command(
            name = "show",
            description = "Show how the delivery of a post stands, or what became of one member's copy.")
    void show(
            @Parameters(paramLabel = "LIST") String list,
            @Parameters(paramLabel = "POST") String post,
            @Option(names = "--member", paramLabel = "EMAIL", defaultValue = "", description = "Only this one's copy.")
                    String member) {
        String address = session.list(list);
        RestPath path = member.isEmpty()
                ? RestPath.of("lists", address, "posts", post, "delivery")
                : RestPath.of("lists", address, "posts", post, "delivery", member);
        JsonNode delivery = session.mailServer().get(path);
        session.answer(delivery, Json.lines(delivery));
    }
}
