package org.sampan.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sampan.console.rest.Multipart;
import org.sampan.console.rest.RestClient;
import org.sampan.console.rest.RestPath;
import org.sampan.console.rest.Runs;

/**
 * Puts the network into a running installation by the ways people use: CSV import, SMTP, REST. Done again on the same data it changes nothing:
 * imports and feeds are recognised, mails by their Message-ID, the edition by its number, the statement by its subject.
 */
final class LoadNetwork {

    private static final Duration HOLDING = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RestClient mailServer;
    private final RestClient digestService;
    private final DemoNetwork network;
    private final int smtpPort;

    LoadNetwork(RestClient mailServer, RestClient digestService, DemoNetwork network, int smtpPort) {
        this.mailServer = mailServer;
        this.digestService = digestService;
        this.network = network;
        this.smtpPort = smtpPort;
    }

    String importPeople() {
        JsonNode members = put(DemoNetwork.MEMBERS, network.membersFile());
        JsonNode readers = put(DemoNetwork.NEWS, network.readersFile());
        return String.format(
                "%d members of twelve organisations, %d readers (%d new on a list)",
                members.path("read").asInt(),
                readers.path("read").asInt(),
                members.path("added").asInt() + readers.path("added").asInt());
    }

    /** The refused one is part of the story: nobody outside may write to the members. */
    String sendThread() {
        int accepted = 0;
        List<String> refused = new ArrayList<>();
        for (DemoMail mail : network.thread()) {
            if (mail.send(smtpPort) instanceof DemoMail.Answer.Refused no) {
                refused.add(mail.file().getFileName() + ": " + no.reply());
            } else {
                accepted++;
            }
        }
        return accepted + " posts of one discussion accepted over SMTP"
                + (refused.isEmpty() ? "" : ", refused: " + refused);
    }

    String sendAsStranger() {
        return network.stranger().send(smtpPort) instanceof DemoMail.Answer.Refused no
                ? "refused in the session: " + no.reply()
                : "accepted, which should not be";
    }

    /** Only the secretariat posts to the news list; this is what it sees when somebody else writes. */
    String approveHeldPost() throws InterruptedException {
        if (isPosted(DemoNetwork.NEWS, "messageId", DemoNetwork.HELD_POST)) {
            return "was approved before";
        }
        network.forTheNewsList().send(smtpPort);
        Optional<JsonNode> held = awaitHeldPost();
        held.ifPresent(post -> mailServer.post(
                RestPath.of("lists", DemoNetwork.NEWS, "held", post.path("id").asText(), "approve"),
                JSON.createObjectNode()));
        return held.map(post -> "held (" + post.path("reason").asText() + "), then approved")
                .orElse("not held, which should not be");
    }

    /** The answer 250 comes before the post has reached the moderators. */
    private Optional<JsonNode> awaitHeldPost() throws InterruptedException {
        Instant until = Instant.now().plus(HOLDING);
        do {
            for (JsonNode post : mailServer
                    .get(RestPath.of("lists", DemoNetwork.NEWS, "held"))
                    .path("held")) {
                return Optional.of(post);
            }
            Thread.sleep(LOOK_AGAIN.toMillis());
        } while (Instant.now().isBefore(until));
        return Optional.empty();
    }

    private boolean isPosted(String list, String field, String value) {
        return mailServer
                .get(RestPath.of("lists", list, "posts").with("limit", "100"))
                .path("posts")
                .findValuesAsText(field)
                .contains(value);
    }

    String collectNews() throws InterruptedException {
        String known = digestService.get(RestPath.of("api", "sources")).toString();
        for (Path feed : network.feeds()) {
            String url = feed.toUri().toString();
            if (!known.contains(url)) {
                digestService.post(
                        RestPath.of("api", "sources"), JSON.createObjectNode().put("url", url));
            }
        }
        JsonNode result = run(RestPath.of("api", "sources", "collect"), JSON.createObjectNode());
        return String.format(
                "%d items from %d feeds: %d new stories, %d merged with one that was there",
                result.path("items").asInt(),
                result.path("sources").asInt(),
                result.path("new").asInt(),
                result.path("merged").asInt());
    }

    String sendStatement() {
        if (isPosted(DemoNetwork.MEMBERS, "messageId", DemoNetwork.STATEMENT_ID)) {
            return "was sent before";
        }
        Multipart form = new Multipart()
                .field("list", DemoNetwork.MEMBERS)
                .field("list", DemoNetwork.NEWS)
                .field("subject", DemoNetwork.STATEMENT)
                .field("language", "en")
                .file("body", network.statement(), "text/markdown; charset=utf-8")
                .file("attachment", network.statementPdf(), "application/pdf");
        JsonNode sent = digestService.post(RestPath.of("api", "statements"), form);
        return "statement " + sent.path("id").asText() + " with its PDF handed in for both lists";
    }

    /** The edition as the contract shows it. */
    JsonNode publishEdition() throws InterruptedException {
        ObjectNode request = JSON.createObjectNode()
                .put("since", DemoNetwork.SINCE.toString())
                .put("until", DemoNetwork.UNTIL.toString())
                .put("number", 1);
        return run(RestPath.of("api", "editions", DemoNetwork.SERIES, "runs"), request);
    }

    private JsonNode put(String list, Path csv) {
        return mailServer.put(RestPath.of("lists", list, "members"), "text/csv", csv);
    }

    private JsonNode run(RestPath start, ObjectNode request) throws InterruptedException {
        JsonNode run = new Runs(digestService).follow(start, request, progress -> {});
        if (run.path("state").asText().equals("failed")) {
            throw new DemoException(
                    run.path("job").asText() + " failed: " + run.path("message").asText());
        }
        return run.path("result");
    }
}
