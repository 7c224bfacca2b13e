package org.sampan.mailserver.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.delivery.LedgerUnderTest.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.RestUnderTest;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Audience;
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
                new JdbcHaltedDeliveries(database),
                new JdbcPostArchive(database),
                new ListPath(new JdbcMailingLists(database)),
                new Json()));
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
    void sendThatWaitsForItsHourSaysWhenThatIs() {
        MailingList list = ledger.listOf(3);
        DeliveryTime night =
                new DeliveryTime(Optional.of(LocalTime.now(ZoneOffset.UTC).minusHours(1)), Optional.empty());
        PostId post = ledger.fanOut(list, new Readership(Audience.OF_EACH_POST, Correspondents.NOBODY, night));
        JsonNode waiting = rest.get(path(list, post))
                .hasStatus(200)
                .hasShapeOf("delivery-waiting.json")
                .body();
        assertThat(waiting.path("state").asText()).isEqualTo("waiting");
        assertThat(Instant.parse(waiting.path("nextDueAt").asText())).isAfter(Instant.now());
    }

    @Test
    void sendIsPausedResumedAndCancelled() {
        MailingList list = ledger.listOf(3);
        PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
        JsonNode paused = rest.post(path(list, post) + "/pause", RestUnderTest.contract("delivery-halt-request.json"))
                .hasStatus(200)
                .body();
        assertThat(paused.path("state").asText()).isEqualTo("paused");
        assertThat(paused.path("halt").path("by").asText()).isEqualTo("kanya@mekong-network.example");
        rest.post(path(list, post) + "/pause", "{}").isProblem(409, "cannot pause now: the send is paused");
        assertThat(rest.post(path(list, post) + "/resume", "")
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("waiting");
        rest.post(path(list, post) + "/resume", "").isProblem(409, "cannot resume now: the send is waiting");
        JsonNode cancelled =
                rest.post(path(list, post) + "/cancel", "").hasStatus(200).body();
        assertThat(cancelled.path("cancelled").asInt()).isEqualTo(3);
        assertThat(cancelled.path("halt").path("by").asText()).isEqualTo("the operator");
        rest.post(path(list, post) + "/cancel", "").isProblem(409, "the send is cancelled");
        rest.post(path(list, post) + "/pause", "{\"who\":1}").isProblemOf("who");
        rest.post(path(list, ledger.newPost(list)) + "/pause", "").isProblem(409, "the send is waiting");
    }

    @Test
    void sendThatPausedItselfTellsWhy() {
        MailingList list = ledger.listOf(400);
        PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
        DeliveryBatch batch = ledger.batches().claim(NODE, 1).get(0);
        List<CopyOutcome> outcomes = new ArrayList<>(List.of(outcome(batch, 0, Outcome.DEFERRED, "451 4.7.1 Later")));
        for (int i = 1; i < 201; i++) {
            outcomes.add(outcome(batch, i, i % 4 == 0 ? Outcome.FAILED : Outcome.SENT, "550 5.7.1 Refused by policy"));
        }
        ledger.batches().record(NODE, outcomes);
        JsonNode paused = rest.get(path(list, post))
                .hasStatus(200)
                .hasShapeOf("delivery-paused.json")
                .body();
        assertThat(paused.path("halt").path("reason").asText()).isEqualTo("refusals");
        assertThat(paused.path("reasons").path(0).path("copies").asInt()).isEqualTo(50);
    }

    @Test
    void whoHadTroubleIsListedPageByPage() {
        MailingList list = ledger.listOf(4);
        PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
        DeliveryBatch batch = ledger.batches().claim(NODE, 1).get(0);
        ledger.batches()
                .record(
                        NODE,
                        List.of(
                                outcome(batch, 0, Outcome.DEFERRED, "451 4.7.1 Try again later"),
                                outcome(batch, 1, Outcome.FAILED, "550 5.1.1 No such user"),
                                outcome(batch, 2, Outcome.SENT, "")));
        String recipients = path(list, post) + "/recipients";
        JsonNode first = rest.get(recipients + "?limit=1").hasStatus(200).body();
        assertThat(first.path("recipients").path(0).path("email").asText())
                .isEqualTo(reader(0).written());
        JsonNode second = rest.get(
                        recipients + "?limit=1&after=" + first.path("next").asText())
                .body();
        assertThat(second.path("recipients").path(0).path("lastReply").asText()).isEqualTo("550 5.1.1 No such user");
        assertThat(second.path("next").isNull()).isTrue();
        rest.get(recipients + "?status=deferred").hasShapeOf("delivery-recipients.json");
        rest.get(recipients + "?status=lost").isProblemOf("status");
        rest.get(recipients + "?after=x").isProblemOf("after");
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
