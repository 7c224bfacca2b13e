package org.sampan.digest.mailserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class MailServerTest {
    private static final ListAddress NEWS = new ListAddress("mekong-news@lists.example");
    private static final ListAddress MEMBERS = new ListAddress("members@lists.example");
    private static final PostId REPLY = new PostId("b7n4qk2zr5tx6wpa3mde");
    private static final EmailAddress HTUN = new EmailAddress("htun@riverside.example");
    private static final LinkToken TOKEN = new LinkToken("abc-DEF_123.456");

    private static StandInMailServer standIn;
    private static MailServer mailServer;
    private static Path tokenFile;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        standIn = new StandInMailServer();
        tokenFile = Files.writeString(folder.resolve("admin.token"), StandInMailServer.TOKEN + "\n");
        mailServer = new MailServer(standIn.uri(), tokenFile);
    }

    @AfterAll
    static void stop() {
        standIn.close();
    }

    @BeforeEach
    void forget() throws IOException {
        standIn.forgetAll();
        Files.writeString(tokenFile, StandInMailServer.TOKEN + "\n");
    }

    @Test
    void readersOfDigestsAreReadByModeAndZone() {
        standIn.whenSample("GET /lists/members%40lists.example/audiences", 200, "audiences");
        assertThat(mailServer.digestReaders(MEMBERS))
                .containsExactly(
                        new DigestReaders(DeliveryMode.DAILY, "Asia/Yangon", 12),
                        new DigestReaders(DeliveryMode.TITLES, "", 1));
        assertThat(mailServer.digestReaders(NEWS)).isEmpty();
    }

    @Test
    void listsAreReadWithWhoMaySeeAndJoinThem() {
        standIn.whenSample("GET /lists", 200, "lists")
                .whenSample("GET /lists/mekong-news%40lists.example", 200, "list");
        assertThat(mailServer.lists()).extracting(MailingList::isPublic).containsExactly(false, true);
        assertThat(mailServer.lists()).extracting(MailingList::takesJoins).containsExactly(false, true);
        assertThat(mailServer.list(NEWS)).hasValueSatisfying(list -> {
            assertThat(list.name()).isEqualTo("Mekong news");
            assertThat(list.members()).isEqualTo(41);
            assertThat(list.createdAt()).isEqualTo("2026-11-01T01:00:00Z");
        });
    }

    @Test
    void listThatIsNotThereIsEmpty() {
        assertThat(mailServer.list(NEWS)).isEmpty();
    }

    @Test
    void joinIsAskedForAsTheSampleSays() {
        standIn.whenSample("POST /lists/mekong-news%40lists.example/joins", 202, "join");
        assertThat(mailServer.join(NEWS, new JoinRequest(HTUN, "ထွန်းအောင်", "my", "203.0.113.7")))
                .isTrue();
        JsonMapper json = JsonMapper.builder().build();
        assertThat(json.readTree(standIn.calls().get(0).body()))
                .isEqualTo(json.readTree(StandInMailServer.sample("join-request")));
    }

    @Test
    void closedListRefusesJoins() {
        standIn.when(
                "POST /lists/members%40lists.example/joins",
                403,
                "{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,\"detail\":\"Joining is closed.\"}");
        assertThatThrownBy(() -> mailServer.join(MEMBERS, new JoinRequest(HTUN, "", "", "")))
                .isInstanceOfSatisfying(MailServerRefused.class, refused -> {
                    assertThat(refused).hasMessage("Joining is closed.");
                    assertThat(refused.status()).isEqualTo(403);
                });
    }

    @Test
    void confirmationIsShownAndThenDone() {
        standIn.whenSample("GET /confirmations/abc-DEF_123.456", 200, "confirmation")
                .whenSample("POST /confirmations/abc-DEF_123.456", 200, "confirmation-done");
        assertThat(mailServer.confirmation(TOKEN)).hasValueSatisfying(asked -> {
            assertThat(asked.kind()).isEqualTo("join");
            assertThat(asked.language()).isEqualTo("my");
            assertThat(asked.state()).isEmpty();
        });
        assertThat(mailServer.confirm(TOKEN).orElseThrow().state()).contains("subscribed");
    }

    @Test
    void leavingTellsWhetherTheReaderWasStillThere() {
        standIn.whenSample("GET /unsubscriptions/abc-DEF_123.456", 200, "unsubscription")
                .whenSample("POST /unsubscriptions/abc-DEF_123.456", 200, "unsubscription-left");
        assertThat(mailServer.unsubscription(TOKEN).orElseThrow().state()).isEqualTo(Unsubscription.State.SUBSCRIBED);
        assertThat(mailServer.leave(TOKEN, "").orElseThrow().state()).isEqualTo(Unsubscription.State.LEFT);
        standIn.whenSample("POST /unsubscriptions/abc-DEF_123.456", 200, "unsubscription-gone");
        assertThat(mailServer.leave(TOKEN, "").orElseThrow().state()).isEqualTo(Unsubscription.State.GONE);
    }

    @Test
    void postsArePagedNewestFirst() {
        standIn.whenSample(
                "GET /lists/members%40lists.example/posts?limit=2&after=x%20y&since=2026-11-01T00%3A00%3A00Z",
                200, "posts");
        PostPage page = mailServer
                .posts(
                        MEMBERS,
                        new PostQuery(Optional.of("x y"), Optional.of(Instant.parse("2026-11-01T00:00:00Z")), 2))
                .orElseThrow();
        assertThat(page.next()).contains("c2k7zj5mq3wr6txb4nfa");
        assertThat(page.posts()).extracting(Post::writer).containsExactly("Alice Chan", "ထွန်းအောင်");
        assertThat(page.posts())
                .extracting(Post::inReplyTo)
                .containsExactly(Optional.of("<plan.1@riverside.example>"), Optional.empty());
    }

    @Test
    void postIsReadWithItsMessageAndDelivery() {
        String path = "GET /lists/members%40lists.example/posts/b7n4qk2zr5tx6wpa3mde";
        byte[] message = "Subject: x\r\n\r\nBody\r\n".getBytes(StandardCharsets.UTF_8);
        standIn.whenSample(path, 200, "post")
                .whenRaw(path + "/raw", message)
                .whenSample(path + "/delivery", 200, "delivery");
        assertThat(mailServer.post(MEMBERS, REPLY).orElseThrow().subject()).isEqualTo("Re: ประชุมวันจันทร์");
        assertThat(mailServer.rawPost(MEMBERS, REPLY)).hasValue(message);
        assertThat(mailServer.delivery(MEMBERS, REPLY)).hasValueSatisfying(progress -> {
            assertThat(progress.sent()).isEqualTo(38);
            assertThat(progress.startedAt()).contains(Instant.parse("2026-11-22T02:00:01Z"));
            assertThat(progress.finishedAt()).isEmpty();
            assertThat(progress.nextDueAt()).isEmpty();
        });
        standIn.whenSample(path + "/delivery", 200, "delivery-waiting");
        assertThat(mailServer.delivery(MEMBERS, REPLY).orElseThrow().nextDueAt())
                .contains(Instant.parse("2026-11-23T00:30:00Z"));
    }

    @Test
    void personIsReadWithSubscriptions() {
        standIn.whenSample("GET /people/htun%40riverside.example", 200, "person");
        Person htun = mailServer.person(HTUN).orElseThrow();
        assertThat(htun.isOn(MEMBERS)).isTrue();
        assertThat(htun.isOn(new ListAddress("board@lists.example"))).isFalse();
        assertThat(htun.subscriptions().get(0).mode()).isEqualTo(DeliveryMode.DAILY);
        assertThat(htun.subscriptions().get(0).state()).isEqualTo(Person.State.SUSPENDED);
        assertThat(mailServer.person(new EmailAddress("nobody@riverside.example")))
                .isEmpty();
    }

    @Test
    void badFieldIsNamed() {
        standIn.whenSample("POST /lists/mekong-news%40lists.example/joins", 400, "problem");
        assertThatThrownBy(() -> mailServer.join(NEWS, new JoinRequest(HTUN, "", "", "")))
                .isInstanceOfSatisfying(
                        MailServerRefused.class,
                        refused -> assertThat(refused.field()).isEqualTo("maxBytes"));
    }

    @Test
    void healthIsUpOnlyWhenItSaysSo() {
        assertThat(mailServer.isUp()).isFalse();
        standIn.whenSample("GET /health", 200, "health");
        assertThat(mailServer.isUp()).isTrue();
        standIn.when("GET /health", 503, "{\"status\":\"down\",\"parts\":{}}");
        assertThat(mailServer.isUp()).isFalse();
    }

    @Test
    void wrongTokenAnswersAndSilenceAreUnavailable() throws IOException {
        standIn.when("GET /lists", 500, "{}").when("GET /lists/mekong-news%40lists.example", 200, "{\"name\":3");
        assertThatThrownBy(mailServer::lists)
                .isInstanceOf(MailServerUnavailable.class)
                .hasMessageContaining("500");
        assertThatThrownBy(() -> mailServer.list(NEWS))
                .isInstanceOf(MailServerUnavailable.class)
                .hasMessageContaining("contract");
        Files.writeString(tokenFile, "another");
        assertThatThrownBy(mailServer::lists)
                .isInstanceOf(MailServerUnavailable.class)
                .hasMessageContaining("admin.token");
        MailServer nobody = new MailServer(URI.create("http://127.0.0.1:1"), tokenFile);
        assertThatThrownBy(nobody::lists)
                .isInstanceOf(MailServerUnavailable.class)
                .hasMessageContaining("http://127.0.0.1:1");
    }
}
