package org.sampan.mailserver.authorise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.post.TestPosts.STRANGER;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.mailinglist.JdbcAcceptedSenders;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.post.Envelope;
import org.sampan.mailserver.post.SenderProof;
import org.sampan.mailserver.post.TestPosts;
import org.sampan.mailserver.post.Verdict;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class AcceptFamiliarTest {
    private static final SenderProof PROVEN = new SenderProof(SenderProof.By.SERVER, false);

    private final RulesUnderTest under;
    private final JdbcAcceptedSenders accepted;

    AcceptFamiliarTest(Database database) {
        under = new RulesUnderTest(database);
        accepted = new JdbcAcceptedSenders(database);
    }

    @Test
    void acceptedStrangerPostsWhereMembersPost() {
        MailingList list = under.list(TestPosts.MEMBERS);
        assertThat(judge(list, SenderProof.NOT_CHECKED)).isInstanceOf(Verdict.Reject.class);
        accepted.accept(list, STRANGER);
        assertThat(judge(list, SenderProof.NOT_CHECKED)).isInstanceOf(Verdict.Accept.class);
    }

    @Test
    void whereProofIsWantedAForgedAcceptedSenderIsAStranger() {
        MailingList list =
                under.list(TestPosts.MEMBERS.with(PostingSettings.SENDER_PROOF, PostingSettings.SenderProof.ALIGNED));
        Verdict beforehand = judge(list, SenderProof.NOT_CHECKED);
        accepted.accept(list, STRANGER);
        assertThat(judge(list, SenderProof.NOT_CHECKED)).isEqualTo(beforehand).isInstanceOf(Verdict.Reject.class);
        assertThat(judge(list, PROVEN)).isInstanceOf(Verdict.Accept.class);
    }

    @Test
    void fromAloneNeverSpeaksWhereTheSecretariatDoes() {
        MailingList list = under.list(TestPosts.NEWS);
        accepted.accept(list, STRANGER);
        assertThat(judge(list, SenderProof.NOT_CHECKED)).isInstanceOf(Verdict.Hold.class);
        assertThat(judge(list, PROVEN)).isInstanceOf(Verdict.Accept.class);
    }

    private Verdict judge(MailingList list, SenderProof proof) {
        return under.judge(
                list, new Envelope(Optional.of(STRANGER), Optional.empty(), proof), TestPosts.mailFrom(STRANGER));
    }
}
