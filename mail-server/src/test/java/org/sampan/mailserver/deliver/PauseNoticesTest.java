package org.sampan.mailserver.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.delivery.CopyOutcome;
import org.sampan.mailserver.delivery.DeliveryBatch;
import org.sampan.mailserver.delivery.JdbcHaltedDeliveries;
import org.sampan.mailserver.delivery.LedgerUnderTest;
import org.sampan.mailserver.delivery.NodeName;
import org.sampan.mailserver.delivery.Outcome;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;
import org.sampan.mailserver.mailinglist.Stewards;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.notice.KeptNotices;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.notice.SendContent;
import org.sampan.mailserver.post.JdbcPostArchive;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.post.PostLinks;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class PauseNoticesTest {
    private static final NodeName NODE = new NodeName("harbour", "1");
    private static final EmailAddress OWNER = new EmailAddress("kanya@mekong-network.example");

    private final Database database;
    private final LedgerUnderTest ledger;
    private final KeptNotices notices = new KeptNotices();

    PauseNoticesTest(Database database) {
        this.database = database;
        this.ledger = new LedgerUnderTest(database);
    }

    @Test
    void ownersReadOnceInTheirLanguageHowASendStandsThatPausedItself() {
        MailingList list = ledger.listOf(1000);
        JdbcMailingLists lists = new JdbcMailingLists(database);
        lists.setStewards(list, Steward.OWNER, Set.of(OWNER));
        ledger.members().add(list, new Person(OWNER, "", "", "", "th", ""), DeliveryMode.NONE, "owner");
        PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
        refuseAQuarterOf(ledger.batches().claim(NODE, 1).get(0));

        TellOwnersOfPause tell = tellOwners(lists);
        tell.run();
        tell.run();

        assertThat(notices.told()).containsExactly("send-paused kanya@mekong-network.example");
        Notice notice = notices.sent().get(0);
        assertThat(notice.language()).isEqualTo("th");
        SendContent.SendPaused paused = notices.last(SendContent.SendPaused.class);
        assertThat(List.of(paused.sent(), paused.failed(), paused.open())).containsExactly("150", "50", "800");
        assertThat(paused.reply()).isEqualTo("550 5.7.1 Message refused by policy");
        assertThat(paused.id()).isEqualTo(post.text());
        assertThat(paused.link()).startsWith("https://news.example/sends/");
    }

    private TellOwnersOfPause tellOwners(JdbcMailingLists lists) {
        PauseNotices writer = new PauseNotices(
                ledger.deliveries(),
                new JdbcPostArchive(database),
                new Stewards(lists, Settings.from(Map.of())),
                ledger.members(),
                notices,
                new PostLinks(URI.create("https://news.example")),
                EngineUnderTest.KEY);
        return new TellOwnersOfPause(new JdbcHaltedDeliveries(database), lists, writer);
    }

    private void refuseAQuarterOf(DeliveryBatch batch) {
        List<CopyOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean refused = i % 4 == 0;
            outcomes.add(new CopyOutcome(
                    batch.delivery(),
                    batch.id(),
                    i,
                    batch.recipients()[i],
                    "domain0.example",
                    refused ? Outcome.FAILED : Outcome.SENT,
                    1,
                    refused ? "550 5.7.1 Message refused by policy" : "",
                    null));
        }
        ledger.batches().record(NODE, outcomes);
    }
}
