package org.sampan.mailserver.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.delivery.LedgerUnderTest.reader;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.RestUnderTest;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.JdbcPostArchive;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class DeliveryRoutesTest {
    private static final NodeName NODE = new NodeName("harbour", "1");

    private final LedgerUnderTest ledger;
    private final RestUnderTest rest;

    DeliveryRoutesTest(Database database) {
        ledger = new LedgerUnderTest(database);
        rest = RestUnderTest.serving(new DeliveryRoutes(
                ledger.deliveries(),
                new JdbcPostArchive(database),
                new ListPath(new JdbcMailingLists(database)),
                new Json(),
                Clock.systemUTC()));
    }

    @AfterEach
    void close() {
        rest.close();
    }

    @Test
    void progressAndEachRecipientCanBeFollowed() {
        MailingList list = ledger.listOf(3);
        PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
        DeliveryBatch batch = ledger.batches().claim(NODE, 1).get(0);
        ledger.batches()
                .record(
                        NODE,
                        List.of(
                                outcome(batch, 0, Outcome.SENT, ""),
                                outcome(batch, 1, Outcome.DEFERRED, "451 4.7.1 Try again later")));
        var progress = rest.get(path(list, post))
                .hasStatus(200)
                .hasShapeOf("delivery.json")
                .body();
        assertThat(progress.path("recipients").asInt()).isEqualTo(3);
        assertThat(progress.path("sent").asInt()).isEqualTo(1);
        assertThat(progress.path("deferred").asInt()).isEqualTo(1);
        var deferred = rest.get(path(list, post) + "/" + reader(1))
                .hasStatus(200)
                .hasShapeOf("delivery-recipient.json")
                .body();
        assertThat(deferred.path("lastReply").asText()).isEqualTo("451 4.7.1 Try again later");
        assertThat(rest.get(path(list, post) + "/" + reader(2))
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("pending");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        MailingList list = ledger.listOf(1);
        PostId post = ledger.newPost(list);
        rest.get(path(list, post)).hasStatus(200);
        rest.get(path(list, post) + "/nobody@harbour.example").isProblem(404, "not sent to that address");
        rest.get("/lists/" + list.address() + "/posts/aaaaaaaaaaaaaaaaaaaa/delivery")
                .isProblem(404, "No such post");
        rest.get("/lists/" + list.address() + "/posts/nonsense/delivery").isProblem(404, "No such post");
    }

    private static String path(MailingList list, PostId post) {
        return "/lists/" + list.address() + "/posts/" + post + "/delivery";
    }

    private static CopyOutcome outcome(DeliveryBatch batch, int index, Outcome outcome, String reply) {
        Instant next = outcome == Outcome.DEFERRED ? Instant.now().plusSeconds(60) : null;
        return new CopyOutcome(
                batch.delivery(),
                batch.id(),
                index,
                batch.recipients()[index],
                "domain0.example",
                outcome,
                1,
                reply,
                next);
    }
}
