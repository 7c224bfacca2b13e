package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.journey.RestClient.encoded;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Mail made to keep a reader busy for hours or to use up its stack or memory: each is answered, and mail behind it goes on. What looks
 * at such a mail in a way that takes time by its square would sit here until the time is up.
 */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileMailTest {
    private static final String LIST = "beset@lists.example";
    private static final String ALICE = "alice@beset.example";
    private static final List<String> ADDRESSES = List.of(
            "beset@",
            "beset-request@",
            "beset-join@",
            "beset-leave@",
            "beset-confirm+aaaaaaaa@",
            "beset-bounces@",
            "beset-moderate+aaaaaaaa@",
            "beset-owner@");

    private final RunningServer server;

    HostileMailTest(RunningServer server) {
        this.server = server;
    }

    @BeforeAll
    void aliceIsAMember() {
        server.rest().post("/lists", """
                {"address":"%s","name":"Beset","description":"","visibility":"private","joining":"closed",
                 "posting":"members","subjectTag":"beset","language":"en"}""".formatted(LIST));
        server.rest().post("/lists/" + encoded(LIST) + "/members", "{\"email\":\"" + ALICE + "\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"re:", "(", "\"\\\\", "=?utf-8?q?", "[beset]", "<a@b.example>,", ";x=", "\"", " \r\n ", "a,"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void headerOfOneThingRepeatedIsAnswered(String piece) {
        for (String field : List.of("Subject", "From", "Content-Type", "References", "To", "Content-Disposition")) {
            boolean isLong = !List.of("Subject", "From", "Content-Type").contains(field);
            String value = folded(piece.repeat((isLong ? 60_000 : 8_000) / piece.length()));
            String author = field.equals("From") ? "" : "From: " + ALICE + "\r\n";
            assertAnswered(author + field + ": " + value + "\r\n\r\nhello\r\n", ADDRESSES.subList(0, 2));
        }
        assertMailGoesOn(piece);
    }

    @Test
    void headerWithoutEndIsRefusedAndNotKeptInMemory() {
        assertThat(send("Subject: many\r\n" + "X-A: b\r\n".repeat(40_000) + "\r\nhello\r\n", LIST))
                .startsWith("552 5.3.4 The header is too large");
        assertThat(send("Subject: " + folded("x".repeat(9_000)) + "\r\n\r\nhello\r\n", LIST))
                .startsWith("552 5.3.4");
        assertThat(send("X-Long: " + folded("x".repeat(70_000)) + "\r\n\r\nhello\r\n", LIST))
                .startsWith("552 5.3.4");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "yes ", "<style>", "<", "> ", "-----", "--b\n", "&#1;", "<img ", "(", "\u1000"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void textOfOneThingRepeatedIsAnswered(String piece) {
        byte[] text = piece.repeat(300_000 / piece.length()).getBytes(StandardCharsets.UTF_8);
        String body = Base64.getMimeEncoder().encodeToString(text) + "\r\n";
        String head = "From: " + ALICE + "\r\nSubject: hostile\r\nContent-Transfer-Encoding: base64\r\nContent-Type: ";
        boolean isRead = piece.isBlank() || piece.startsWith("yes");
        assertAnswered(head + "text/plain; charset=utf-8\r\n\r\n" + body, isRead ? ADDRESSES : ADDRESSES.subList(0, 1));
        assertAnswered(head + "text/html; charset=utf-8\r\n\r\n" + body, ADDRESSES.subList(0, 1));
        assertMailGoesOn("text " + piece);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void messageOfBoundariesIsAnswered() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            lines.append("--b").append(i).append("\r\n");
        }
        String head = "From: " + ALICE + "\r\nSubject: hostile\r\nContent-Type: multipart/mixed; boundary=";
        assertAnswered(head + "none\r\n\r\n" + lines, ADDRESSES.subList(0, 1));
        assertAnswered(head + "b\r\n\r\n" + "--b\r\n\r\n".repeat(30_000), ADDRESSES.subList(0, 1));
        assertMailGoesOn("boundaries");
    }

    private void assertAnswered(String message, List<String> addresses) {
        for (String address : addresses) {
            assertThat(send(message, address + "lists.example")).as(address).matches("(?s)(250|451|55\\d) .*");
        }
    }

    /** One after the other through the same stages: what still kept one of them busy would keep this waiting. */
    private void assertMailGoesOn(String after) {
        String id = Integer.toHexString(after.hashCode());
        assertThat(send(
                        "From: " + ALICE + "\r\nSubject: after " + id + "\r\nMessage-ID: <" + id
                                + "@beset.example>\r\n\r\nI am well.\r\n",
                        LIST))
                .startsWith("250");
        server.sink()
                .awaitMails(
                        1,
                        it -> it.recipients().contains(ALICE)
                                && it.header("Subject").endsWith("after " + id));
    }

    private String send(String message, String recipient) {
        try (SmtpDialogue smtp = server.smtp()) {
            smtp.say("EHLO client.example");
            smtp.say("MAIL FROM:<" + ALICE + ">");
            String reply = smtp.say("RCPT TO:<" + recipient + ">");
            if (!reply.startsWith("250")) {
                return reply;
            }
            smtp.say("DATA");
            smtp.send((message + ".\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return smtp.reply();
        }
    }

    private static String folded(String value) {
        return value.replaceAll("([^\r\n]{900})", "$1\r\n ");
    }
}
