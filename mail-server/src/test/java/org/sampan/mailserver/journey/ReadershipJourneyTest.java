package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sampan.mailserver.journey.RestClient.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.delivery.LedgerUnderTest;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.storage.Database;

/** The digest service says whom a post is for and when it goes; nobody else does. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadershipJourneyTest {
    private static final String NEWS = "river-news@lists.example";
    private static final String MEMBERS = "river-members@lists.example";
    private static final String ACCOUNT = "digest-service@lists.example";
    private static final String ANN = "ann@readership.example";
    private static final String BO = "bo@readership.example";
    private static final String CHAI = "chai@readership.example";

    private final RunningServer server;

    ReadershipJourneyTest(RunningServer server) {
        this.server = server;
    }

    @BeforeAll
    void twoLists() {
        list(NEWS, "public");
        list(MEMBERS, "private");
        member(NEWS, ANN, "UTC");
        member(NEWS, BO, "Pacific/Kiritimati");
        member(MEMBERS, BO, "Pacific/Kiritimati");
        member(MEMBERS, CHAI, "");
    }

    @Test
    void correctionReachesExactlyWhoGotTheStatement() {
        assertThat(submit(NEWS, "r1", "")).startsWith("250");
        awaitReaders("r1", ANN, BO);
        awaitState(NEWS, "r1", "finished");
        assertThat(server.rest()
                        .delete("/lists/" + encoded(NEWS) + "/members/" + encoded(BO))
                        .status())
                .isEqualTo(204);
        member(NEWS, "late@readership.example", "");
        try {
            assertThat(submit(NEWS, "r2", "X-Sampan-Audience: received=<r1@lists.example>\n"))
                    .startsWith("250");
            List<MailSink.Mail> corrections = awaitReaders("r2", ANN, BO);
            assertThat(corrections).allMatch(it -> !it.text().contains("X-Sampan"));
            awaitState(NEWS, "r2", "finished");
            assertThat(raw(NEWS, "r2")).doesNotContainIgnoringCase("X-Sampan");
        } finally {
            server.rest().delete("/lists/" + encoded(NEWS) + "/members/late@readership.example");
            member(NEWS, BO, "Pacific/Kiritimati");
        }
    }

    @Test
    void whoIsOnBothListsGetsItFromOneAndTheFiguresDoNotSay() {
        assertThat(submit(MEMBERS, "e1", "")).startsWith("250");
        assertThat(submit(NEWS, "e1", "X-Sampan-Audience: except=" + MEMBERS + "\n"))
                .startsWith("250");
        List<MailSink.Mail> mails = awaitReaders("e1", ANN, BO, CHAI);
        assertThat(mails)
                .filteredOn(it -> it.recipients().contains(BO))
                .allMatch(it -> it.header("List-Id").contains("river-members"));
        JsonNode delivery = awaitState(NEWS, "e1", "finished");
        assertThat(delivery.path("recipients").asInt()).isEqualTo(2);
        assertThat(delivery.path("sent").asInt()).isEqualTo(2);
        assertThat(server.rest()
                        .get(delivery(NEWS, "e1") + "/" + encoded(BO))
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("sent");
    }

    @Test
    void copyForAReaderInTheNightWaitsAndCanBeCancelled() {
        LocalTime now = LocalTime.now(ZoneOffset.UTC);
        String night = "X-Sampan-Deliver: quiet=%tR-%tR\n".formatted(now.minusHours(2), now.plusHours(2));
        assertThat(submit(NEWS, "q1", night)).startsWith("250");
        awaitReaders("q1", BO); // fourteen hours ahead: no night there
        JsonNode waiting = awaitState(NEWS, "q1", "waiting");
        assertThat(waiting.path("sent").asInt()).isEqualTo(1);
        assertThat(waiting.path("open").asInt()).isEqualTo(1);
        assertThat(Instant.parse(waiting.path("nextDueAt").asText()))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(110)),
                        Instant.now().plus(Duration.ofMinutes(121)));
        assertThat(server.rest().post(delivery(NEWS, "q1") + "/cancel", "").status())
                .isEqualTo(200);
        assertThat(server.rest()
                        .get(delivery(NEWS, "q1"))
                        .json()
                        .path("cancelled")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeDoneIsSaidWhileTheMailIsOnTheLine() {
        assertThat(submit(NEWS, "w1", "X-Sampan-Audience: received=<nothing@lists.example>\n"))
                .startsWith("550 5.7.0 [never-sent]")
                .contains("no post <nothing@lists.example> was sent to this list");
        assertThat(submit(NEWS, "w1", "X-Sampan-Audience: except=nobody@lists.example\n"))
                .startsWith("550 5.1.1")
                .contains("there is no list nobody@lists.example");
        assertThat(submit(NEWS, "w1", "X-Sampan-Audience: except=" + NEWS + "\n"))
                .startsWith("554 5.6.0");
        assertThat(submit(NEWS, "w1", "X-Sampan-Audience: everybody\n")).startsWith("554 5.6.0");
        assertThat(submit(NEWS, "w1", "X-Sampan-Deliver: at=sunrise\n")).startsWith("554 5.6.0");
        assertThat(submit(NEWS, "w1", "X-Sampan-Deliver: at=07:00\nX-Sampan-Deliver: at=08:00\n"))
                .startsWith("554 5.6.0");
    }

    /** The ledger forgets who got a post; then nobody is guessed at. */
    @Test
    void correctionOfWhatTheLedgerHasForgottenIsRefusedInTheSession(Settings.Database settings) {
        assertThat(submit(NEWS, "f1", "")).startsWith("250");
        awaitReaders("f1", ANN, BO);
        awaitState(NEWS, "f1", "finished");
        try (Database database = Database.open(settings)) {
            database.jdbi()
                    .useHandle(handle -> handle.execute(
                            "update delivery set finished_at = finished_at - interval '2 years' where post_id = ?",
                            post(NEWS, "f1")));
            assertThat(new LedgerUnderTest(database).deliveries().forget(Duration.ofDays(180)))
                    .isEqualTo(1);
        }
        assertThat(submit(NEWS, "f2", "X-Sampan-Audience: received=<f1@lists.example>\n"))
                .startsWith("550 5.7.0 [forgotten]")
                .contains("delivery.keep");
        assertThat(server.rest().get("/lists/" + encoded(NEWS) + "/posts").text())
                .doesNotContain("<f2@lists.example>");
    }

    /** Else a member could keep a post from readers, learn who they are, or send to those who left. */
    @Test
    void fromAnybodyElseTheFieldsMeanNothing() {
        member(NEWS, "dao@readership.example", "");
        String fields = "X-Sampan-Audience: except=" + MEMBERS + "\nx-sampan-audience: received=<r1@lists.example>\n"
                + "X-Sampan-Deliver: at=00:00\n";
        try (SmtpDialogue smtp = server.smtp()) {
            String sent = smtp.mail("dao@readership.example", List.of(NEWS), message("a1", NEWS, fields));
            assertThat(sent).startsWith("250");
        }
        awaitReaders("a1", ANN, BO, "dao@readership.example");
        assertThat(raw(NEWS, "a1")).doesNotContainIgnoringCase("X-Sampan");
        try (SmtpDialogue smtp = server.smtp()) {
            String forged = smtp.mail(ACCOUNT, List.of("river-news-digest@lists.example"), message("a2", NEWS, fields));
            assertThat(forged).startsWith("550");
        }
        server.rest().delete("/lists/" + encoded(NEWS) + "/members/dao@readership.example");
    }

    @Test
    void anotherAccountSaysNothingEitherAlsoNotAfterAModeratorsYes() {
        server.rest().post("/accounts", "{\"address\":\"kanya@readership.example\",\"password\":\"a long password\"}");
        String fields = "X-Sampan-Audience: except=" + MEMBERS + "\n";
        stop(NEWS, true);
        try (SmtpDialogue smtp = server.submission()) {
            smtp.authenticate("kanya@readership.example", "a long password");
            assertThat(smtp.mail("kanya@readership.example", List.of(NEWS), message("b1", NEWS, fields)))
                    .startsWith("250");
        }
        assertThat(submit(NEWS, "b2", fields)).startsWith("250");
        List<JsonNode> held = await().until(this::held, it -> it.size() == 2);
        stop(NEWS, false);
        held.forEach(it -> assertThat(server.rest()
                        .post(
                                "/lists/" + encoded(NEWS) + "/held/"
                                        + it.path("id").asText() + "/approve",
                                "{}")
                        .status())
                .isEqualTo(200));
        awaitReaders("b1", ANN, BO);
        awaitReaders("b2", ANN);
        awaitState(NEWS, "b2", "finished");
        assertThat(server.sink().mailsTo(BO))
                .noneMatch(it -> it.header("Message-ID").equals("<b2@lists.example>"));
    }

    private List<JsonNode> held() {
        JsonNode held =
                server.rest().get("/lists/" + encoded(NEWS) + "/held").json().path("held");
        return java.util.stream.StreamSupport.stream(held.spliterator(), false).toList();
    }

    private void stop(String list, boolean stopped) {
        server.rest().patch("/lists/" + encoded(list), "{\"emergencyStop\":" + stopped + "}");
    }

    private void list(String address, String visibility) {
        assertThat(server.rest()
                        .post("/lists", """
                        {"address":"%s","name":"River","description":"","visibility":"%s","joining":"closed",
                         "posting":"members","subjectTag":"","language":"en"}""".formatted(address, visibility))
                        .status())
                .isEqualTo(201);
    }

    private void member(String list, String email, String timezone) {
        assertThat(server.rest()
                        .post(
                                "/lists/" + encoded(list) + "/members",
                                "{\"email\":\"%s\",\"timezone\":\"%s\"}".formatted(email, timezone))
                        .status())
                .isEqualTo(201);
    }

    private List<MailSink.Mail> awaitReaders(String id, String... readers) {
        List<MailSink.Mail> mails = server.sink()
                .awaitMails(readers.length, it -> it.header("Message-ID").equals("<" + id + "@lists.example>"));
        assertThat(mails).flatExtracting(MailSink.Mail::recipients).containsExactlyInAnyOrder(readers);
        return mails;
    }

    private JsonNode awaitState(String list, String id, String state) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> server.rest().get(delivery(list, id)).json(),
                        it -> it.path("state").asText().equals(state));
    }

    private String raw(String list, String id) {
        return server.rest()
                .get("/lists/" + encoded(list) + "/posts/" + post(list, id) + "/raw")
                .text();
    }

    private String delivery(String list, String id) {
        return "/lists/" + encoded(list) + "/posts/" + post(list, id) + "/delivery";
    }

    private String post(String list, String id) {
        JsonNode posts =
                server.rest().get("/lists/" + encoded(list) + "/posts").json().path("posts");
        for (JsonNode post : posts) {
            if (post.path("messageId").asText().equals("<" + id + "@lists.example>")) {
                return post.path("id").asText();
            }
        }
        throw new AssertionError("no post " + id + " among " + posts);
    }

    private String submit(String list, String id, String fields) {
        try (SmtpDialogue smtp = server.submission()) {
            smtp.authenticate(ACCOUNT, RunningServer.DIGEST_SERVICE_PASSWORD);
            return smtp.mail(ACCOUNT, List.of(list), message(id, list, fields));
        }
    }

    private static String message(String id, String list, String fields) {
        return """
                From: River <dao@readership.example>
                To: %s
                Subject: The river
                Message-ID: <%s@lists.example>
                %sDate: Sun, 22 Nov 2026 08:00:00 +0700

                It rises.
                """.formatted(list, id, fields);
    }
}
