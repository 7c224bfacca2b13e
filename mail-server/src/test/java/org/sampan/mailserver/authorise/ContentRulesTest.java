package org.sampan.mailserver.authorise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.post.TestPosts.ALICE;
import static org.sampan.mailserver.post.TestPosts.HTUN;
import static org.sampan.mailserver.post.TestPosts.MEMBERS;
import static org.sampan.mailserver.post.TestPosts.STRANGER;
import static org.sampan.mailserver.post.TestPosts.from;
import static org.sampan.mailserver.post.TestPosts.mailFrom;
import static org.sampan.mailserver.post.TestPosts.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.mailinglist.AddressPattern;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListSetting;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.mailinglist.PostingSettings.Treatment;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Verdict;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

/** What a post looks like, and what its list's owners think of that. */
@ExtendWith(TestDatabase.class)
class ContentRulesTest {
    private final Database database;
    private RulesUnderTest rules;
    private MailingList list;

    @SuppressWarnings("NullAway.Init") // made before each test
    ContentRulesTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void aliceAndHtunAreMembers() {
        rules = new RulesUnderTest(database);
        list = rules.list(MEMBERS);
    }

    @Test
    void patternBansAndIsAnsweredLikeAStranger() {
        rules.lists.ban(list, new AddressPattern("*@riverside.example"));
        assertThat(judge(mailFrom(HTUN))).isEqualTo(judge(mailFrom(STRANGER)));
        assertThat(judge(mailFrom(ALICE))).isEqualTo(new Verdict.Accept());
    }

    @Test
    void emergencyStopHoldsEverything() {
        change(PostingSettings.EMERGENCY_STOP, true);
        assertHeld(judge(mailFrom(ALICE)), "emergency-stop");
    }

    @ParameterizedTest
    @CsvSource({"ACCEPT, Accept", "HOLD, Hold", "REJECT, Reject", "DISCARD, Discard"})
    void strangersAreTreatedAsTheOwnersChose(Treatment treatment, String verdict) {
        change(PostingSettings.NON_MEMBERS, treatment);
        assertThat(judge(mailFrom(STRANGER)).getClass().getSimpleName()).isEqualTo(verdict);
        assertThat(judge(mailFrom(ALICE))).isEqualTo(new Verdict.Accept());
    }

    @Test
    void strangersNeverWaitBecauseOfWhatTheirMailLooksLike() {
        assertThat(judge(message("From: stranger@elsewhere.example", "X-Spam-Flag: YES", "", "Buy!")))
                .isInstanceOf(Verdict.Reject.class);
    }

    @Test
    void mailToACrowdWaits() {
        String crowd = "a@x.example, b@x.example, Friends: c@x.example, d@x.example;";
        change(PostingSettings.MAX_RECIPIENTS, 4L);
        assertThat(judge(said("To: " + crowd))).isEqualTo(new Verdict.Accept());
        assertHeld(judge(said("To: " + crowd, "Cc: e@x.example")), "too-many-recipients");
        change(PostingSettings.MAX_RECIPIENTS, 0L);
        assertThat(judge(said("To: " + crowd, "Cc: e@x.example"))).isEqualTo(new Verdict.Accept());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Re:", "RE: [members] Fwd: ", "回复："})
    void subjectThatSaysNothingIsNone(String subject) {
        assertHeld(judge(message("From: alice@harbour.example", "Subject: " + subject, "", "Hello.")), "no-subject");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n \r\n", "-- \r\nAlice Chan, Harbour", "> quoted\r\n> only"})
    void mailWithoutAWordIsEmpty(String text) {
        assertRefused(judge(said(text, List.of())), "empty");
    }

    @Test
    void pictureOrAttachmentIsNotEmpty() {
        assertThat(judge(said("<p><img src=cid:1></p>", List.of("Content-Type: text/html"))))
                .isEqualTo(new Verdict.Accept());
        assertThat(judge(said("AAAA", List.of("Content-Type: image/png", "Content-Transfer-Encoding: base64"))))
                .isEqualTo(new Verdict.Accept());
        assertRefused(
                judge(said("<html><style>p{}</style><p>&nbsp;</p></html>", List.of("Content-Type: text/html"))),
                "empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unsubscribe",
                "Unsubscribe!",
                "please unsubscribe me",
                "UNSUBSCRIBE members",
                "unsubscribe alice@harbour.example",
                "退订",
                "ยกเลิกรับข่าวสาร",
                "hủy đăng ký",
                "စာရင်းမှ ထွက်ပါမည်"
            })
    void wishMeantForTheListServerIsSentBackWithTheRightAddress(String wish) {
        Verdict inSubject = judge(message("From: alice@harbour.example", "Subject: " + wish, "", "-- ", "Alice"));
        assertRefused(inSubject, "administrivia");
        assertThat(((Verdict.Reject) inSubject).reason().values())
                .containsEntry("leave", "members-leave@lists.example");
        assertRefused(judge(said(wish + "\r\n\r\nThank you, Alice", List.of())), "administrivia");
        assertThat(judge(message("From: stranger@elsewhere.example", "Subject: " + wish, "", "x")))
                .isEqualTo(inSubject);
    }

    @ParameterizedTest
    @ValueSource(strings = {"How do people unsubscribe?", "Leave", "Subscribe to our newspaper, it is good"})
    void wordsAboutListsAreAPost(String text) {
        assertThat(judge(said(text, List.of()))).isEqualTo(new Verdict.Accept());
    }

    @Test
    void longMailThatBeginsWithAWishIsAPost() {
        assertThat(judge(said(
                        "unsubscribe\r\n" + "That is what members write to us every day.\r\n".repeat(10), List.of())))
                .isEqualTo(new Verdict.Accept());
    }

    @Test
    void answerThatQuotesAWholeDigestIsSentBack() {
        String digest = "> Today's topics\r\n> " + "-".repeat(70) + "\r\n"
                + ("> From: somebody\r\n>\r\n> Words.\r\n> " + "-".repeat(30) + "\r\n").repeat(3);
        assertRefused(judge(said("I agree.\r\n" + digest, List.of("In-Reply-To: <d@lists.example>"))), "quoted-digest");
        assertThat(judge(said("Here is our own digest.\r\n" + digest, List.of())))
                .isEqualTo(new Verdict.Accept());
        assertRefused(
                judge(message(
                        "From: alice@harbour.example",
                        "Subject: Re: members digest, 22 November",
                        "",
                        "Yes.",
                        "> line\r\n".repeat(40))),
                "quoted-digest");
    }

    @Test
    void headerTheOwnersAreWaryOfHolds() {
        assertHeld(judge(said("X-Spam-Flag: YES")), "suspicious-header");
        change(PostingSettings.HELD_HEADERS, List.of("X-Mailer: *Bulk*", "Subject: *lottery*"));
        assertThat(judge(said("X-Spam-Flag: YES"))).isEqualTo(new Verdict.Accept());
        assertHeld(judge(said("X-Mailer: The great bulk mailer")), "suspicious-header");
        assertHeld(
                judge(message("From: alice@harbour.example", "Subject: =?utf-8?q?Lo=74tery?=", "", "Hello.")),
                "suspicious-header");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/octet-stream; name=\"Report.PDF.exe\"",
                "Content-Disposition: attachment; filename=\"=?utf-8?b?cmVwb3J0LmV4ZQ==?=\"",
                "Content-Disposition: attachment; filename*=utf-8''report.exe",
                "Content-Type: text/plain; name=run.bat"
            })
    void attachmentThatRunsIsRefusedHoweverItIsNamed(String field) {
        assertRefused(judge(withPart(field)), "attachment");
    }

    @Test
    void attachmentsAreRefusedByTypeToo() {
        change(PostingSettings.REFUSED_ATTACHMENTS, List.of("video/*"));
        assertRefused(judge(withPart("Content-Type: Video/mp4; name=holiday.mp4")), "attachment");
        assertThat(judge(withPart("Content-Type: application/pdf; name=report.pdf")))
                .isEqualTo(new Verdict.Accept());
    }

    @Test
    void firstPostsOfANewMemberWait() {
        change(PostingSettings.FIRST_POSTS_HELD, 2L);
        for (int sent = 0; sent < 2; sent++) {
            Message message = said("X-Number: " + sent, "Message-ID: <" + sent + "@harbour.example>");
            assertHeld(judge(message), "first-posts");
            Post post = Post.of(list, from(ALICE), message);
            rules.archive.store(post, Instant.parse("2026-11-22T09:00:00Z"), Map.of());
            rules.archive.markFannedOut(post.id());
        }
        assertThat(judge(said("X-Number: 3"))).isEqualTo(new Verdict.Accept());
        assertHeld(judge(mailFrom(HTUN)), "first-posts");
    }

    @Test
    void memberMayWriteFromAnyOfTheirAddresses() {
        EmailAddress atHome = new EmailAddress("alice@home.example");
        assertThat(judge(mailFrom(atHome))).isInstanceOf(Verdict.Reject.class);
        rules.persons.addAddress(ALICE, atHome);
        assertThat(judge(mailFrom(atHome))).isEqualTo(new Verdict.Accept());
        rules.members.change(list, Person.of(ALICE), DeliveryMode.EACH, true);
        assertHeld(judge(mailFrom(atHome)), "moderated-member");
    }

    @Test
    void brokenMailIsJudgedAndNotDroppedOnTheFloor() {
        String nested = "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n".repeat(400);
        assertThat(judge(said(nested, List.of("Content-Type: multipart/mixed; boundary=b"))))
                .isNotNull();
        assertThat(judge(said("=ZZ=\r\n", List.of("Content-Transfer-Encoding: quoted-printable"))))
                .isNotNull();
    }

    private <T> void change(ListSetting<T> setting, T value) {
        list = rules.lists.change(list.settings().with(setting, value)).orElseThrow();
    }

    private Verdict judge(Message message) {
        EmailAddress sender = new EmailAddress("anybody@harbour.example");
        return rules.judge(list, from(sender), message);
    }

    private static Message said(String... fields) {
        return said("Hello.", List.of(fields));
    }

    private static Message said(String text, List<String> fields) {
        return message(
                "From: alice@harbour.example\r\nSubject: Monday"
                        + (fields.isEmpty() ? "" : "\r\n" + String.join("\r\n", fields)),
                "",
                text);
    }

    private static Message withPart(String field) {
        return said(
                "--b\r\n\r\nHello.\r\n--b\r\n" + field + "\r\n\r\nx\r\n--b--",
                List.of("Content-Type: multipart/mixed; boundary=b"));
    }

    private static void assertHeld(Verdict verdict, String reason) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Hold.class, it -> assertThat(it.reason().code()).isEqualTo(reason));
    }

    private static void assertRefused(Verdict verdict, String reason) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Reject.class,
                        it -> assertThat(it.reason().code()).isEqualTo(reason));
    }
}
