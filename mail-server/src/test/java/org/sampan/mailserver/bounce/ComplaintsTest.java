package org.sampan.mailserver.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.mailinglist.VerpAddress;
import org.sampan.mailserver.membership.LeaveToken;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.TestPosts;
import org.sampan.mailserver.report.Report.Complaint;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class ComplaintsTest {
    private final BouncesUnderTest under;

    ComplaintsTest(Database database) {
        under = new BouncesUnderTest(database);
    }

    @Test
    void readerWhoComplainsIsTakenOffThatListWithoutAWord() {
        String token = new LeaveToken(under.first.id(), under.alice).text(BouncesUnderTest.KEY);
        assertThat(under.complaints.heard(complaint(token, Optional.empty()), Optional.empty()))
                .isTrue();
        assertThat(under.members.isMember(under.first, TestPosts.ALICE)).isFalse();
        assertThat(under.members.isMember(under.second, TestPosts.ALICE)).isTrue();
        assertThat(under.notices.sent()).isEmpty();
    }

    @Test
    void envelopeOfTheCopyTellsTheReaderToo() {
        long delivery = under.delivered(under.alice);
        String detail = new VerpAddress(delivery, under.alice).detail(BouncesUnderTest.KEY);
        EmailAddress sender = new EmailAddress("members-bounces+" + detail + "@lists.example");
        assertThat(under.complaints.heard(complaint("", Optional.of(sender)), Optional.empty()))
                .isTrue();
        assertThat(under.members.isMember(under.first, TestPosts.ALICE)).isFalse();
    }

    @Test
    void complaintInSomebodyElsesNameIsNotBelieved() {
        SigningKey other =
                new SigningKey("somebody else's key, of 32 bytes".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String token = new LeaveToken(under.first.id(), under.alice).text(other);
        assertThat(under.complaints.heard(complaint(token, Optional.empty()), Optional.of(TestPosts.ALICE)))
                .isFalse();
        assertThat(under.members.isMember(under.first, TestPosts.ALICE)).isTrue();
    }

    private static Complaint complaint(String token, Optional<EmailAddress> sender) {
        Headers original = Headers.none().plus("List-Unsubscribe", "<https://news.example/leave/" + token + ">");
        return new Complaint(Optional.of(TestPosts.ALICE), original, sender);
    }
}
