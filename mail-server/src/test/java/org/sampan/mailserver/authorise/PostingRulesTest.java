package org.sampan.mailserver.authorise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.post.TestPosts.ALICE;
import static org.sampan.mailserver.post.TestPosts.HTUN;
import static org.sampan.mailserver.post.TestPosts.STRANGER;
import static org.sampan.mailserver.post.TestPosts.from;
import static org.sampan.mailserver.post.TestPosts.mailFrom;
import static org.sampan.mailserver.post.TestPosts.message;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.JdbcAcceptedSenders;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.JdbcMembers;
import org.sampan.mailserver.membership.JdbcPersons;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.post.Envelope;
import org.sampan.mailserver.post.JdbcPostArchive;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostArchive;
import org.sampan.mailserver.post.PostJudge;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.TestPosts;
import org.sampan.mailserver.post.Verdict;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class PostingRulesTest {
    private static final Envelope SECRETARIAT = new Envelope(
            Optional.of(new EmailAddress("secretariat@lists.example")), Optional.of("secretariat@lists.example"));

    private final Database database;
    private final JdbcMailingLists lists;
    private final JdbcMembers members;
    private final PostArchive archive;
    private final PostJudge rules;
    private MailingList membersList;
    private MailingList news;

    @SuppressWarnings("NullAway.Init") // the lists are made before each test
    PostingRulesTest(Database database) {
        this.database = database;
        lists = new JdbcMailingLists(database);
        members = new JdbcMembers(database);
        archive = new JdbcPostArchive(database);
        rules = new PostingRules(lists, members, new JdbcPersons(database), new JdbcAcceptedSenders(database), archive);
    }

    @BeforeEach
    void aliceAndHtunAreMembers() {
        database.jdbi().useHandle(handle -> handle.execute("truncate mailing_list, person cascade"));
        JdbcMailingLists fresh = new JdbcMailingLists(database);
        membersList = fresh.add(TestPosts.MEMBERS);
        news = fresh.add(TestPosts.NEWS);
        members.add(membersList, Person.of(ALICE), DeliveryMode.EACH, "owner");
        members.add(membersList, Person.of(HTUN), DeliveryMode.NONE, "owner");
    }

    @Test
    void memberPosts() {
        assertThat(judge(mailFrom(ALICE))).isEqualTo(new Verdict.Accept());
        assertThat(judge(mailFrom(new EmailAddress("ALICE@Harbour.example")))).isEqualTo(new Verdict.Accept());
        assertThat(judge(mailFrom(HTUN))).isEqualTo(new Verdict.Accept());
    }

    @Test
    void strangerIsToldWhatToDo() {
        Verdict.Reject reject = (Verdict.Reject) judge(mailFrom(STRANGER));
        assertThat(reject.status()).isEqualTo("5.7.1");
        assertThat(reject.reason()).isEqualTo(Reason.of("stranger").with("owner", "members-owner@lists.example"));
    }

    @Test
    void bannedMemberAndStrangerGetTheSameAnswer() {
        lists.ban(membersList, HTUN);
        assertThat(judge(mailFrom(HTUN))).isEqualTo(judge(mailFrom(STRANGER)));
    }

    @Test
    void strangerBesideAMemberIsAStranger() {
        assertThat(judge(message("From: alice@harbour.example, stranger@elsewhere.example", "", "x")))
                .isInstanceOf(Verdict.Reject.class);
        assertThat(judge(message("From: alice@harbour.example, htun@riverside.example", "Subject: x", "", "x")))
                .isEqualTo(new Verdict.Accept());
    }

    @Test
    void moderatedMemberWaits() {
        members.change(membersList, Person.of(ALICE), DeliveryMode.EACH, true);
        assertThat(judge(mailFrom(ALICE))).isEqualTo(new Verdict.Hold(Reason.of("moderated-member")));
    }

    @Test
    void accountPostsToEveryList() {
        assertThat(judge(membersList, SECRETARIAT, mailFrom(STRANGER))).isEqualTo(new Verdict.Accept());
        assertThat(judge(news, SECRETARIAT, mailFrom(STRANGER))).isEqualTo(new Verdict.Accept());
    }

    @Test
    void whereTheSecretariatPostsOthersWait() {
        assertThat(judge(news, from(STRANGER), mailFrom(STRANGER))).isInstanceOf(Verdict.Hold.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Loop: members@lists.example",
                "List-Id: Members <members.lists.example>",
                "Delivered-To: Members@Lists.Example"
            })
    void postThatHasBeenHereIsALoop(String header) {
        assertThat(judge(message("From: alice@harbour.example", header, "", "x")))
                .isInstanceOfSatisfying(
                        Verdict.Reject.class, it -> assertThat(it.status()).isEqualTo("5.4.6"));
    }

    @Test
    void postOfAnotherListIsNoLoop() {
        assertThat(judge(message(
                        "From: alice@harbour.example", "Subject: x", "List-Id: <mekong-news.lists.example>", "", "x")))
                .isEqualTo(new Verdict.Accept());
    }

    @Test
    void postPassedOnWithoutEndIsALoop() {
        Message message = message("From: alice@harbour.example", "Received: by mx\r\n".repeat(31) + "X: y", "", "x");
        assertThat(judge(message)).isInstanceOf(Verdict.Reject.class);
    }

    @Test
    void oversizedPostIsRefusedWithBothSizes() {
        Verdict verdict = judge(message("From: alice@harbour.example", "", "x".repeat(100_000)));
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Reject.class,
                        it -> assertThat(it.reason().values()).containsEntry("most", "100000"));
    }

    @Test
    void repeatIsDroppedOnceThePostIsOnItsWay() {
        Post post = Post.of(membersList, from(ALICE), mailFrom(ALICE));
        archive.store(post, Instant.parse("2026-11-22T09:00:00Z"), Map.of());
        assertThat(judge(mailFrom(ALICE))).isEqualTo(new Verdict.Accept());
        archive.markFannedOut(post.id());
        assertThat(judge(mailFrom(ALICE))).isInstanceOf(Verdict.Discard.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "Precedence: auto_reply", "X-Autoreply: yes"})
    void automaticReplyIsDropped(String header) {
        assertThat(judge(message("From: alice@harbour.example", header, "", "Away until Monday.")))
                .isInstanceOf(Verdict.Discard.class);
    }

    @Test
    void deliveryReportIsRefused() {
        Envelope nobody = new Envelope(Optional.empty(), Optional.empty());
        assertThat(judge(membersList, nobody, mailFrom(ALICE))).isInstanceOf(Verdict.Reject.class);
    }

    private Verdict judge(Message message) {
        return judge(membersList, from(ALICE), message);
    }

    private Verdict judge(MailingList list, Envelope envelope, Message message) {
        return rules.judge(Post.of(list, envelope, message));
    }
}
