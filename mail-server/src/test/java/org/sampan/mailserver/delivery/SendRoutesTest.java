package org.sampan.mailserver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.RestUnderTest;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.mailinglist.StewardLink;
import org.sampan.mailserver.mailinglist.StewardLink.Purpose;
import org.sampan.mailserver.mailinglist.Stewards;
import org.sampan.mailserver.post.JdbcPostArchive;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class SendRoutesTest {
    private static final NodeName NODE = new NodeName("harbour", "1");
    private static final SigningKey KEY = new SigningKey(new byte[32]);
    private static final EmailAddress OWNER = new EmailAddress("kanya@mekong-network.example");

    private final LedgerUnderTest ledger;
    private final JdbcMailingLists lists;
    private final RestUnderTest rest;

    SendRoutesTest(Database database) {
        ledger = new LedgerUnderTest(database);
        lists = new JdbcMailingLists(database);
        HaltedDeliveries halted = new JdbcHaltedDeliveries(database);
        rest = RestUnderTest.serving(new SendRoutes(
                ledger.deliveries(),
                halted,
                new JdbcPostArchive(database),
                new SendLinks(halted, lists, new Stewards(lists, Settings.from(Map.of())), KEY),
                new Json()));
    }

    @AfterEach
    void close() {
        rest.close();
    }

    @Test
    void ownerSeesResumesAndCancelsByTheLink() {
        MailingList list = ledger.listOf(600);
        lists.setStewards(list, Steward.OWNER, Set.of(OWNER));
        ledger.fanOut(list, LedgerUnderTest.personal());
        DeliveryBatch batch = ledger.batches().claim(NODE, 1).get(0);
        ledger.batches().record(NODE, refusals(batch));
        String path = "/sends/" + StewardLink.text(Purpose.SEND, batch.delivery(), OWNER, KEY);
        JsonNode paused = rest.get(path).hasStatus(200).hasShapeOf("send.json").body();
        assertThat(paused.path("owner").asText()).isEqualTo(OWNER.written());
        assertThat(paused.path("delivery").path("state").asText()).isEqualTo("paused");
        rest.post(path, "{\"change\":\"pause\"}").isProblem(409, "the send is paused");
        assertThat(state(rest.post(path, RestUnderTest.contract("send-request.json"))))
                .isEqualTo("sending");
        assertThat(state(rest.post(path, "{\"change\":\"cancel\"}"))).isEqualTo("cancelled");
        rest.post(path, "{\"change\":\"resume\"}").isProblem(409, "the send is cancelled");
        rest.post(path, "{\"change\":\"hurry\"}").isProblemOf("change");
    }

    @Test
    void linkOfAnybodyElseIsNone() {
        MailingList list = ledger.listOf(1);
        lists.setStewards(list, Steward.OWNER, Set.of(OWNER));
        ledger.fanOut(list, LedgerUnderTest.personal());
        long delivery = ledger.batches().claim(NODE, 1).get(0).delivery();
        EmailAddress stranger = new EmailAddress("stranger@elsewhere.example");
        rest.get("/sends/" + StewardLink.text(Purpose.SEND, delivery, stranger, KEY))
                .isProblem(404, "none of ours");
        rest.get("/sends/" + StewardLink.text(Purpose.HELD_POST, delivery, OWNER, KEY))
                .isProblem(404, "none of ours");
        rest.get("/sends/nonsense").isProblem(404, "none of ours");
    }

    private static String state(RestUnderTest.Answer answer) {
        return answer.hasStatus(200).body().path("delivery").path("state").asText();
    }

    private static List<CopyOutcome> refusals(DeliveryBatch batch) {
        List<CopyOutcome> all = new ArrayList<>();
        for (int i = 0; i < 201; i++) {
            Outcome outcome = i == 0 ? Outcome.DEFERRED : i % 4 == 0 ? Outcome.FAILED : Outcome.SENT;
            all.add(new CopyOutcome(
                    batch.delivery(),
                    batch.id(),
                    i,
                    batch.recipients()[i],
                    "domain0.example",
                    outcome,
                    1,
                    outcome == Outcome.SENT ? "" : "550 5.7.1 Refused by policy",
                    outcome == Outcome.DEFERRED ? Instant.now().plusSeconds(60) : null));
        }
        return all;
    }
}
