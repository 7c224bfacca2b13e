package org.sampan.digest.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.fixture.Newsroom;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.mailserver.SubmissionCatcher.Caught;
import org.sampan.digest.newsroom.Editor;
import org.sampan.digest.newsroom.EditorNote;
import org.sampan.digest.newsroom.EditorNotes;
import org.sampan.digest.newsroom.Editors;
import org.sampan.digest.production.StatementsByMail;
import tools.jackson.databind.JsonNode;

/** A statement that is written as a mail to {@code statements@}. */
class MailedStatementJourneyTest {
    private static final String NEWS = "mekong-news@lists.example";

    private static final Newsroom NEWSROOM = ApiScene.newsroom();

    @BeforeEach
    void forget() {
        NEWSROOM.mail().forgetAll();
    }

    private static JsonNode post(long id, String verb, String json) {
        HttpResponse<String> answer = NEWSROOM.post("/api/statements/" + id + "/" + verb, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ApiScene.JSON.readTree(answer.body());
    }

    private static String state(long id) {
        return NEWSROOM.get("/api/statements/" + id).get("state").asString();
    }

    private static List<Caught> listMails() {
        return NEWSROOM.mail().caught().stream()
                .filter(mail -> mail.to().endsWith("@lists.example"))
                .toList();
    }

    private static List<EditorNote> notes() {
        return NEWSROOM.service().bean(EditorNotes.class).unsent();
    }

    @Test
    void severalTakersOfOneMailMakeOneDraft() throws Exception {
        mailWaits(45, "secretariat@lists.example", sample("statement-languages.eml"));
        StatementsByMail taker = NEWSROOM.service().bean(StatementsByMail.class);
        List<CompletableFuture<Void>> takers = new ArrayList<>();
        long before =
                NEWSROOM.get("/api/statements?limit=100").get("statements").size();
        for (int i = 0; i < 3; i++) {
            takers.add(CompletableFuture.runAsync(taker::take));
        }
        takers.forEach(CompletableFuture::join);
        NEWSROOM.rest().when("GET /mailboxes/statements/messages", 200, "{\"messages\":[]}");
        assertThat(NEWSROOM.get("/api/statements?limit=100").get("statements").size())
                .isLessThanOrEqualTo((int) before + 1);
        assertThat(notes().stream()
                        .filter(note -> note.name().startsWith("mailed."))
                        .map(EditorNote::name))
                .doesNotHaveDuplicates();
    }

    private static void mailWaits(long number, String account, byte[] raw) {
        NEWSROOM.rest()
                .whenRaw("GET /mailboxes/statements/messages/" + number + "/raw", raw)
                .when("DELETE /mailboxes/statements/messages/" + number, 204, "")
                .when(
                        "GET /mailboxes/statements/messages",
                        200,
                        "{\"messages\":[{\"id\":" + number + ",\"receivedAt\":\"2026-11-28T02:00:00Z\","
                                + "\"from\":\"malee@harbour.example\",\"account\":\"" + account
                                + "\",\"subject\":\"A mail\",\"bytes\":900}]}");
    }

    private static JsonNode takeMail() {
        // The schedule may have been faster; whoever it was, it is taken when this returns.
        NEWSROOM.service().bean(StatementsByMail.class).take();
        NEWSROOM.rest().when("GET /mailboxes/statements/messages", 200, "{\"messages\":[]}");
        return NEWSROOM.get("/api/statements?limit=1").get("statements").get(0);
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/org/sampan/digest/collect/" + name));
    }

    private static EditorNote noteOf(JsonNode statement) {
        String name = "mailed." + statement.get("id").asLong();
        return notes().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void mailOfAnAccountThatIsNoEditorStaysADraftAndItsSenderIsTold() throws Exception {
        mailWaits(41, "secretariat@lists.example", sample("statement-languages.eml"));
        JsonNode draft = takeMail();
        assertThat(draft.get("state").asString()).isEqualTo("draft");
        assertThat(draft.get("title").asString()).isEqualTo("Statement on the kilns");
        assertThat(draft.at("/versions/0/languages")).hasSize(3);
        assertThat(draft.at("/versions/0/files/0/type").asString()).isEqualTo("application/pdf");
        assertThat(draft.at("/versions/0/lists/1/list").asString()).isEqualTo(NEWS);
        EditorNote note = noteOf(draft);
        assertThat(note.email().text()).isEqualTo("malee@harbour.example");
        assertThat(note.text())
                .contains(
                        "http://news.example/desk/statements/" + draft.get("id").asLong(),
                        "It stays a draft",
                        "secretariat@lists.example is not an editor");
        assertThat(listMails()).isEmpty();
    }

    @Test
    void mailThatIsMetAgainAfterACrashIsTheSameDraft() throws Exception {
        mailWaits(42, "secretariat@lists.example", sample("statement-html.eml"));
        long first = takeMail().get("id").asLong();
        mailWaits(42, "secretariat@lists.example", sample("statement-html.eml"));
        assertThat(takeMail().get("id").asLong()).isEqualTo(first);
    }

    @Test
    void editorsMailGoesByItselfAfterAWhileInWhichItCanBeStopped() throws Exception {
        NEWSROOM.service()
                .bean(Editors.class)
                .add(new Editor(new EmailAddress("malee@harbour.example"), "operator", Instant.EPOCH));
        mailWaits(43, "malee@harbour.example", sample("statement-languages.eml"));
        JsonNode statement = takeMail();
        assertThat(statement.get("state").asString()).isEqualTo("embargoed");
        assertThat(noteOf(statement).text()).contains("It goes out by itself at");
        assertThat(listMails()).isEmpty();
        post(statement.get("id").asLong(), "hold", "");
        assertThat(state(statement.get("id").asLong())).isEqualTo("draft");
        NEWSROOM.service().bean(Editors.class).remove(new EmailAddress("malee@harbour.example"));
    }

    @Test
    void mailThatCannotBeReadIsKeptAsItCameAndCannotGoOutLikeThat() {
        byte[] broken = "Subject: x\nContent-Type: multipart/mixed; boundary=none\n\n--other\n"
                .getBytes(StandardCharsets.US_ASCII);
        mailWaits(44, "secretariat@lists.example", broken);
        JsonNode draft = takeMail();
        assertThat(draft.at("/versions/0/files/0/name").asString()).isEqualTo("original.eml");
        assertThat(noteOf(draft).text()).contains("What could not be taken over as it was:");
        assertThat(NEWSROOM.post("/api/statements/" + draft.get("id").asLong() + "/send", "")
                        .statusCode())
                .isEqualTo(400);
    }
}
