package org.sampan.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about posts, from the queue to the last copy, against the contract's own samples. */
class PostCommandsTest {
    @TempDir
    private Path home = Path.of("");

    private CommandUnderTest sampan;

    @BeforeEach
    void open() throws IOException {
        sampan = new CommandUnderTest(home);
    }

    @AfterEach
    void close() {
        sampan.close();
    }

    @Test
    void postsAreLimited() {
        sampan.mailServer()
                .sample(
                        "GET /lists/members%40lists.example/posts?since=2026-11-01T00%3A00%3A00Z&limit=1",
                        200, "posts.json");
        assertThat(sampan.run("posts", "list", "members", "--limit", "1", "--since", "2026-11-01"))
                .isZero();
        assertThat(sampan.said().lines()).hasSize(2);
        assertThat(sampan.said()).contains("Re: ประชุมวันจันทร์");
    }

    @Test
    void postsAreExportedAsTheyCome() {
        sampan.mailServer()
                .answer(
                        "GET /lists/members%40lists.example/posts.mbox?since=2026-11-01T00%3A00%3A00Z&as=sent",
                        200, "From alice@harbour.example Sun Nov 22 01:00:00 2026\n\nhello\n\n");
        assertThat(sampan.run("posts", "export", "members", "--since", "2026-11-01", "--as-sent"))
                .isZero();
        assertThat(sampan.said()).startsWith("From alice@harbour.example").endsWith("hello\n\n");
    }

    @Test
    void oldArchiveIsHandedOverAndWhatCouldNotBeTakenIsTold() throws IOException {
        sampan.mailServer()
                .sample("PUT /lists/members%40lists.example/posts.mbox?check=true", 200, "posts-import.json");
        Path file = Files.writeString(home.resolve("members.mbox"), "From alice@harbour.example …");
        assertThat(sampan.run("posts", "import", "members", file.toString(), "--check"))
                .isOne();
        assertThat(sampan.said())
                .contains(
                        "members.mbox: 41207 messages read: 41180 new, 25 known already, 2 broken",
                        "from 2004-02-11 to 2026-11-20; 17 with a wrong date, 3 without a Message-ID",
                        "no mail: has neither From")
                .doesNotContain("joined");
        assertThat(sampan.mailServer().lastBody()).startsWith("From alice@harbour.example");
    }

    @Test
    void postIsTakenOutOfTheArchive() {
        sampan.mailServer().sample("POST /lists/members%40lists.example/posts/b7/remove", 200, "removal.json");
        assertThat(sampan.run("posts", "remove", "members", "b7", "--reason", "a home address", "--yes"))
                .isZero();
        assertThat(sampan.said()).contains("removed b7");
    }

    @Test
    void rawPostIsPrintedAsItIs() {
        sampan.mailServer()
                .answer("GET /lists/members%40lists.example/posts/b7/raw?as=sent", 200, "Subject: x\r\n\r\nhello\r\n");
        assertThat(sampan.run("posts", "raw", "members", "b7", "--as-sent")).isZero();
        assertThat(sampan.said()).isEqualTo("Subject: x\r\n\r\nhello\r\n");
    }

    @Test
    void whoDecidedWhatIsListed() {
        sampan.mailServer().sample("GET /lists/mekong-news%40lists.example/decisions?limit=1", 200, "decisions.json");
        assertThat(sampan.run("held", "decisions", "mekong-news", "--limit", "1"))
                .isZero();
        assertThat(sampan.said()).contains("rejected", "boun@mekong-network.example", "off-topic");
    }

    @Test
    void heldPostIsRejectedWithAReason() {
        sampan.mailServer()
                .answer(
                        "POST /lists/mekong-news%40lists.example/held/k5/reject",
                        200, "{\"id\":\"k5\",\"decision\":\"rejected\"}");
        assertThat(sampan.run("held", "reject", "mekong-news", "k5", "--reason", "Too long"))
                .isZero();
        assertThat(sampan.mailServer().lastBody()).isEqualTo("{\"reason\":\"Too long\"}");
        assertThat(sampan.said()).isEqualTo("k5 rejected\n");
    }

    @Test
    void heldPostIsAcceptedForGoodOrRejectedByAReasonOfTheList() {
        sampan.mailServer()
                .answer(
                        "POST /lists/mekong-news%40lists.example/held/k5/accept",
                        200, "{\"id\":\"k5\",\"decision\":\"accepted\"}");
        assertThat(sampan.run("held", "accept", "mekong-news", "k5")).isZero();
        assertThat(sampan.said()).isEqualTo("k5 accepted\n");
        sampan.mailServer().sample("POST /lists/mekong-news%40lists.example/held/k6/reject", 200, "held-decision.json");
        assertThat(sampan.run("held", "reject", "mekong-news", "k6", "--because", "off-topic"))
                .isZero();
        assertThat(sampan.mailServer().lastBody()).isEqualTo("{\"because\":\"off-topic\"}");
    }

    @Test
    void oneMembersCopyIsLookedUp() {
        sampan.mailServer()
                .sample(
                        "GET /lists/members%40lists.example/posts/b7/delivery/htun%40riverside.example",
                        200, "delivery-recipient.json");
        assertThat(sampan.run("delivery", "show", "members", "b7", "--member", "htun@riverside.example"))
                .isZero();
        assertThat(sampan.said()).contains("lastReply      451 4.7.1 Try again later");
    }

    @Test
    void sendIsDrawnWithItsCommonestReasons() {
        sampan.mailServer().sample("GET /lists/members%40lists.example/posts/b7/delivery", 200, "delivery.json");
        assertThat(sampan.run("delivery", "show", "members", "b7")).isZero();
        assertThat(sampan.said().lines())
                .containsExactly(
                        "sending  [████████████████████████████▒▒··········]  75 %  6.5/s  2 s left",
                        "          54  recipients  all who are to get it",
                        "          38  sent",
                        "          13  open        not offered to a server yet",
                        "           2  deferred    next tried at 2026-11-22T02:01:03Z",
                        "           1  failed      refused for good",
                        "           2  deferred: 451 4.7.1 Try again later");
    }

    @Test
    void sendThatWaitsForAnHourSaysWhenItIs() {
        sampan.mailServer()
                .sample("GET /lists/members%40lists.example/posts/b7/delivery", 200, "delivery-waiting.json");
        assertThat(sampan.run("delivery", "show", "members", "b7")).isZero();
        assertThat(sampan.said()).startsWith("waiting  [").contains("the next are due at 2026-11-23T00:30:00Z");
    }

    @Test
    void sendIsFollowedUntilItStops() {
        sampan.mailServer().sample("GET /lists/members%40lists.example/posts/b7/delivery", 200, "delivery-paused.json");
        assertThat(sampan.run("delivery", "show", "members", "b7", "--follow")).isZero();
        assertThat(sampan.complained()).startsWith("paused  [");
        assertThat(sampan.said()).contains("Stopped by itself, since too many refused it, at 2026-11-22T02:00:04Z.");
    }

    @Test
    void sendIsPausedResumedAndCancelled() {
        for (String change : List.of("pause", "resume", "cancel")) {
            String call = "POST /lists/members%40lists.example/posts/b7/delivery/" + change;
            sampan.mailServer().sample(call, 200, "delivery-paused.json");
            assertThat(sampan.run("delivery", change, "members", "b7")).isZero();
            assertThat(sampan.mailServer().asked()).last().isEqualTo(call);
        }
    }

    @Test
    void whoseCopiesDidNotGoIsListed() {
        sampan.mailServer()
                .sample(
                        "GET /lists/members%40lists.example/posts/b7/delivery/recipients?status=failed&limit=100",
                        200, "delivery-recipients.json");
        assertThat(sampan.run("delivery", "recipients", "members", "b7", "--status", "failed"))
                .isZero();
        assertThat(sampan.said()).contains("htun@riverside.example", "451 4.7.1 Try again later");
    }
}
