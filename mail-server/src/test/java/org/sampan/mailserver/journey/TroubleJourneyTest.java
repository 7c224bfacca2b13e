package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.JdbcMembers;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.moderate.Decision;
import org.sampan.mailserver.moderate.JdbcHeldPosts;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.TestPosts;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

/** What was answered 250 arrives, whatever fails on the way. */
@ExtendWith(TestDatabase.class)
class TroubleJourneyTest {
    private static final String ALICE = TestPosts.ALICE.written();

    @Test
    void nothingThatWasTakenIsLost(Settings.Database settings, Database database, @TempDir Path data)
            throws IOException {
        Post approved = approvedBeforeACrash(database);
        try (MailSink sink = MailSink.start();
                ServerProcess process = ServerProcess.launch(ServerProcess.environment(settings, data, sink))) {
            RunningServer server = process.awaitStarted(data, sink);

            sink.awaitMails(1, it -> it.header("Message-ID").equals(approved.messageId()));

            rename(database, "banned_sender", "away");
            assertThat(post(server, "not-judged")).startsWith("451 4.3.0");
            rename(database, "away", "banned_sender");

            rename(database, "post_variant", "away");
            assertThat(post(server, "not-archived")).startsWith("250");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> process.output().stream().anyMatch(it -> it.contains("event=tried-again-later")));
            rename(database, "away", "post_variant");
            sink.awaitMails(1, it -> it.header("Subject").equals("[members] not-archived"));
            assertThat(sink.mailsTo(ALICE)).noneMatch(it -> it.header("Subject").endsWith("not-judged"));
        }
    }

    /** The decision was written, and then the server died before the post was back on the spool. */
    private static Post approvedBeforeACrash(Database database) {
        JdbcHeldPosts heldPosts = new JdbcHeldPosts(database);
        MailingList list = new JdbcMailingLists(database).add(TestPosts.MEMBERS);
        new JdbcMembers(database).add(list, Person.of(TestPosts.ALICE), DeliveryMode.EACH, "owner");
        Post post = TestPosts.post(list, TestPosts.HTUN);
        heldPosts.hold(post, Reason.of("moderated-member"));
        Instant now = Instant.parse("2026-11-22T09:00:00Z");
        heldPosts.decide(list, post.id(), new Decision(Decision.Kind.APPROVED, "Kanya", "", now));
        return post;
    }

    private static void rename(Database database, String from, String to) {
        database.jdbi().useHandle(handle -> handle.execute("alter table " + from + " rename to " + to));
    }

    private static String post(RunningServer server, String subject) {
        try (SmtpDialogue smtp = server.smtp()) {
            return smtp.mail(
                    ALICE, List.of("members@lists.example"), "From: " + ALICE + "\nSubject: " + subject + "\n\nx\n");
        }
    }
}
