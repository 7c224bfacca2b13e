package org.sampan.digest.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.digest.edit.DecideStatement;
import org.sampan.digest.fixture.Newsroom;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.mailserver.StandInMailServer;
import org.sampan.digest.mailserver.SubmissionCatcher.Caught;
import org.sampan.digest.newsroom.Editor;
import org.sampan.digest.newsroom.EditorNote;
import org.sampan.digest.newsroom.EditorNotes;
import org.sampan.digest.newsroom.Editors;
import org.sampan.digest.production.StatementDispatch;
import org.sampan.digest.statement.Handover;
import org.sampan.digest.statement.Handover.Step;
import org.sampan.digest.statement.Handovers;
import org.sampan.digest.statement.MailId;
import org.sampan.digest.statement.StatementId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A statement from its mail or form to its withdrawal, over REST and SMTP. */
class StatementLifeJourneyTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MEMBERS = "members@lists.example";
    private static final String NEWS = "mekong-news@lists.example";

    @TempDir
    private static Path folder;

    private static Newsroom newsroom;
    private static int count;

    @BeforeAll
    static void open() {
        newsroom = new Newsroom(folder);
    }

    @AfterAll
    static void close() {
        newsroom.close();
    }

    @BeforeEach
    void forget() {
        newsroom.mail().forgetAll();
    }

    /** Values that are files have a name before a bar. */
    private static JsonNode form(String path, Map<String, String> fields) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> {
            String field = name.replaceAll("#\\d+$", "");
            boolean file = field.startsWith("body") || field.startsWith("attachment");
            String shown = file ? value.substring(0, value.indexOf('|')) : "";
            form.append("--cut\r\nContent-Disposition: form-data; name=\"")
                    .append(field)
                    .append(file ? "\"; filename=\"" + shown + "\"\r\n\r\n" : "\"\r\n\r\n")
                    .append(file ? value.substring(value.indexOf('|') + 1) : value)
                    .append("\r\n");
        });
        form.append("--cut--\r\n");
        HttpResponse<String> answer = newsroom.service()
                .send(newsroom.service()
                        .authorised(path)
                        .header("Content-Type", "multipart/form-data; boundary=cut")
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private static Map<String, String> fields() {
        int number = ++count;
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("list#1", MEMBERS);
        fields.put("list#2", NEWS);
        fields.put("subject", "Statement " + number);
        fields.put("body", "en.md|We call for an **end** to fees, said for the " + number + "th time.");
        fields.put("subject.km", "សេចក្តីថ្លែងការណ៍ " + number);
        fields.put("body.km", "km.md|យើងអំពាវនាវឱ្យបញ្ចប់ថ្លៃ។");
        fields.put("attachment", "kilns.pdf|%PDF-1.7 kilns " + number);
        return fields;
    }

    private static long make(Map<String, String> fields) {
        return form("/api/statements", fields).get("id").asLong();
    }

    private static JsonNode post(long id, String verb, String json) {
        HttpResponse<String> answer = newsroom.post("/api/statements/" + id + "/" + verb, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static String state(long id) {
        return newsroom.get("/api/statements/" + id).get("state").asString();
    }

    /** To lists; editors are told this and that besides. */
    private static List<Caught> listMails() {
        return newsroom.mail().caught().stream()
                .filter(mail -> mail.to().endsWith("@lists.example"))
                .toList();
    }

    private static List<Caught> awaitMails(int number) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(listMails()).hasSize(number));
        return listMails();
    }

    private static void secondPersonIsWanted(boolean wanted) {
        String list = StandInMailServer.sample("list");
        String asking =
                list.replace("\"secondPerson\": \"off\"", "\"secondPerson\": \"" + (wanted ? "on" : "off") + "\"");
        String members = list.replace("mekong-news@", "members@").replace("\"public\"", "\"private\"");
        newsroom.rest().when("GET /lists", 200, "{\"lists\":[" + members + "," + asking + "]}");
    }

    @Test
    void languagesTravelTogetherWithTheFilesForAll() throws Exception {
        make(fields());
        List<Caught> caught = awaitMails(2);
        MimeMessage news = caught.get(1).message();
        assertThat(news.getHeader("X-Sampan-Audience")).containsExactly("except=" + MEMBERS);
        MimeMultipart mixed = (MimeMultipart) news.getContent();
        assertThat(news.getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("kilns.pdf");
        assertThat(mixed.getBodyPart(0).getContentType()).startsWith("multipart/multilingual");
        MimeMultipart languages = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(languages.getBodyPart(2).getHeader("Content-Language")).containsExactly("km");
        assertThat(((MimeMessage) languages.getBodyPart(2).getContent()).getSubject())
                .startsWith("សេចក្តីថ្លែងការណ៍");
    }

    @Test
    void embargoHoldsOverARestartAndThenItGoesByItself() {
        Map<String, String> fields = fields();
        LocalDateTime soon = LocalDateTime.ofInstant(Instant.now().plusSeconds(6), ZoneOffset.UTC);
        fields.put("embargo", soon.withNano(0) + " UTC");
        long id = make(fields);
        assertThat(state(id)).isEqualTo("embargoed");
        assertThat(listMails()).isEmpty();
        newsroom.restart();
        await().atMost(Duration.ofSeconds(45)).until(() -> {
            newsroom.service().bean(StatementDispatch.class).wake();
            return state(id).equals("sent");
        });
        assertThat(Instant.now()).isAfter(soon.withNano(0).toInstant(ZoneOffset.UTC));
        assertThat(listMails()).hasSize(2);
    }

    @Test
    void listThatAsksForASecondPersonGetsNothingFromOneAlone() {
        secondPersonIsWanted(true);
        newsroom.service()
                .bean(Editors.class)
                .add(new Editor(new EmailAddress("bob@harbour.example"), "operator", Instant.EPOCH));
        try {
            JsonNode made = form("/api/statements", fields());
            long id = made.get("id").asLong();
            assertThat(made.get("pending")).hasSize(2);
            assertThat(state(id)).isEqualTo("waiting");
            assertThat(newsroom.post("/api/statements/" + id + "/approve", "").statusCode())
                    .isEqualTo(409);
            assertThat(newsroom.post("/api/statements/" + id + "/send", "").statusCode())
                    .isEqualTo(409);
            assertThat(notes()).anyMatch(note -> note.subject().startsWith("To be approved: Statement"));
            String fingerprint = newsroom.get("/api/statements/" + id)
                    .at("/versions/0/fingerprint")
                    .asString();
            newsroom.service()
                    .bean(DecideStatement.class)
                    .approve(new StatementId(id), fingerprint, new Actor("bob@harbour.example"));
            post(id, "send", "");
            await().until(() -> state(id).equals("sent"));
        } finally {
            secondPersonIsWanted(false);
        }
    }

    private static List<EditorNote> notes() {
        return newsroom.service().bean(EditorNotes.class).unsent();
    }

    @Test
    void correctionGoesToExactlyThoseWhoReceivedWhatItCorrects() throws Exception {
        long id = make(fields());
        awaitMails(2);
        newsroom.mail().forgetAll();
        JsonNode draft = form(
                "/api/statements/" + id + "/correct",
                Map.of("body", "en.md|We call for an end to all fees.", "changes", "We mean **all** fees."));
        assertThat(draft.at("/versions/1/state").asString()).isEqualTo("draft");
        assertThat(draft.at("/versions/1/lists/0/received").asInt()).isEqualTo(1);
        assertThat(draft.at("/versions/1/languages/1/stale").asBoolean()).isTrue();
        post(id, "older", "{\"language\":\"km\"}");
        post(id, "send", "");
        List<Caught> caught = awaitMails(2);
        for (Caught mail : caught) {
            MimeMessage message = mail.message();
            String first = "<statement." + id + "@lists.example>";
            assertThat(message.getMessageID()).isEqualTo("<statement." + id + ".2@lists.example>");
            assertThat(message.getHeader("X-Sampan-Audience")).containsExactly("received=" + first);
            assertThat(message.getHeader("In-Reply-To")).containsExactly(first);
            assertThat(message.getHeader("References")).containsExactly(first);
            assertThat(message.getSubject()).startsWith("Correction to: Statement");
        }
        assertThat(new String(caught.get(0).bytes(), StandardCharsets.UTF_8))
                .contains("This corrects our statement of", "We mean <strong>all</strong> fees.");
    }

    @Test
    void whoReceivedAWithdrawnStatementIsToldWhenThatIsWanted() throws Exception {
        long id = make(fields());
        awaitMails(2);
        newsroom.mail().forgetAll();
        post(id, "withdraw", "{\"reason\":\"The figure was wrong.\",\"tell\":true}");
        List<Caught> caught = awaitMails(2);
        MimeMessage notice = caught.get(0).message();
        assertThat(notice.getMessageID()).isEqualTo("<statement." + id + ".withdrawn@lists.example>");
        assertThat(notice.getHeader("X-Sampan-Audience"))
                .containsExactly("received=<statement." + id + "@lists.example>");
        assertThat(notice.getSubject()).startsWith("Withdrawn: Statement");
        assertThat(state(id)).isEqualTo("withdrawn");
        assertThat(newsroom.post("/api/statements/" + id + "/withdraw", "{\"reason\":\"Again.\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void severalSendersAtOnceSendItOnce() {
        newsroom.mail().refuse(451, "4.3.0 Try again later");
        long id = make(fields());
        newsroom.mail().forgetAll();
        StatementDispatch dispatch = newsroom.service().bean(StatementDispatch.class);
        List<CompletableFuture<Void>> senders = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            senders.add(CompletableFuture.runAsync(() -> dispatch.send(new StatementId(id))));
        }
        senders.forEach(CompletableFuture::join);
        assertThat(listMails()).extracting(Caught::to).containsExactly(MEMBERS, NEWS);
    }

    @Test
    void listThatRefusesForGoodIsToldAndNotTriedAgain() {
        newsroom.mail().refuse(552, "5.3.4 Too large");
        long id = make(fields());
        JsonNode version = newsroom.get("/api/statements/" + id).at("/versions/0");
        assertThat(version.at("/lists/0/step").asString()).isEqualTo("refused");
        assertThat(version.at("/lists/0/reason").asString()).contains("5.3.4 Too large");
        assertThat(version.get("state").asString()).isEqualTo("sent");
        newsroom.mail().forgetAll();
        newsroom.service().bean(StatementDispatch.class).send(new StatementId(id));
        assertThat(listMails()).isEmpty();
    }

    /** What was on the wire in that very moment may be taken yet: then it is to be cancelled at the mail server. */
    @Test
    void whatWaitsIsStoppedForGood() {
        newsroom.mail().refuse(451, "4.3.0 Try again later");
        long id = make(fields());
        assertThat(state(id)).isEqualTo("sending");
        post(id, "stop", "");
        // A sender of its own may be at it just now, and is refused.
        await().atMost(Duration.ofSeconds(20)).until(() -> state(id).equals("stopped"));
        newsroom.mail().forgetAll();
        newsroom.service().bean(StatementDispatch.class).send(new StatementId(id));
        MailId mail = new StatementId(id).firstVersion().mail();
        assertThat(newsroom.service().bean(Handovers.class).of(mail))
                .allMatch(it -> it.step() == Step.STOPPED && !it.wasTaken() || it.step() == Step.STOPPING);
        assertThat(state(id)).isEqualTo("stopped");
    }

    /** Stopped while the mail server takes the first list's mail: the second must not get it. */
    @Test
    void whatIsStoppedBetweenTwoListsGoesToNoFurtherOne() {
        newsroom.mail().refuse(451, "4.3.0 Try again later");
        long id = make(fields());
        newsroom.mail().forgetAll();
        Handovers handovers = newsroom.service().bean(Handovers.class);
        MailId mail = new StatementId(id).firstVersion().mail();
        newsroom.mail().onNext(() -> handovers.stop(mail));
        newsroom.service().bean(StatementDispatch.class).send(new StatementId(id));
        assertThat(listMails()).extracting(Caught::to).containsExactly(MEMBERS);
        assertThat(handovers.of(mail)).extracting(Handover::step).containsExactly(Step.STOPPING, Step.STOPPED);
    }
}
