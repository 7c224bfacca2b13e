package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.journey.MailSink.Mail;

@ExtendWith(ServerExtension.class)
class EnrolmentJourneyTest {
    private static final String LIST = "river-news@lists.example";
    private static final String PATH = "/lists/" + LIST;

    private final RunningServer server;

    EnrolmentJourneyTest(RunningServer server) {
        this.server = server;
    }

    @BeforeEach
    void makeTheListAnew() {
        server.rest().delete(PATH);
        assertThat(server.rest()
                        .post(
                                "/lists",
                                "{\"address\":\"" + LIST + "\",\"name\":\"River news\",\"visibility\":\"public\","
                                        + "\"joining\":\"confirm\",\"posting\":\"secretariat\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void readerJoinsByMailAloneAndLeavesByMailAlone() {
        String reader = "sok@field.example";
        send(reader, "river-news-join@lists.example", "");
        Mail asked = server.sink().awaitMailsTo(reader, 1).get(0);
        assertThat(asked.header("Auto-Submitted")).isEqualTo("auto-replied");
        assertThat(asked.header("From")).isEqualTo("River news <river-news-owner@lists.example>");
        assertThat(asked.sender()).matches("river-news-bounces\\+[a-z0-9-]+@lists\\.example");
        assertThat(isMember(reader)).isFalse();

        send(reader, address(asked.header("Reply-To")), "yes");
        Mail welcome = server.sink().awaitMailsTo(reader, 2).get(1);
        assertThat(welcome.header("Subject")).isEqualTo("Welcome to River news");
        assertThat(isMember(reader)).isTrue();

        send(reader, "river-news-leave@lists.example", "");
        Mail sure = server.sink().awaitMailsTo(reader, 3).get(2);
        assertThat(isMember(reader)).isTrue();
        send(reader, address(sure.header("Reply-To")), "Re: yes");
        Mail goodbye = server.sink().awaitMailsTo(reader, 4).get(3);
        assertThat(goodbye.header("Subject")).isEqualTo("You have left River news");
        assertThat(isMember(reader)).isFalse();

        confirm(goodbye);
        assertThat(isMember(reader)).isTrue();
    }

    @Test
    void readerJoinsByThePageInBurmeseAndLeavesByOneClick() {
        String reader = "aye@hill.example";
        assertThat(server.rest()
                        .post(PATH + "/joins", "{\"email\":\"" + reader + "\",\"language\":\"my\"}")
                        .status())
                .isEqualTo(202);
        Mail asked = server.sink().awaitMailsTo(reader, 1).get(0);
        assertThat(asked.header("Content-Language")).isEqualTo("my");
        assertThat(asked.header("Subject")).startsWith("=?UTF-8?");

        confirm(asked);
        Mail welcome = server.sink().awaitMailsTo(reader, 2).get(1);
        assertThat(welcome.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        String token = lastSegment(address(welcome.header("List-Unsubscribe")));
        assertThat(server.rest().post("/unsubscriptions/" + token, "").text()).contains("\"left\"");
        assertThat(server.rest().post("/unsubscriptions/" + token, "").text()).contains("\"gone\"");
        assertThat(isMember(reader)).isFalse();
        server.sink().awaitMailsTo(reader, 3);
    }

    @Test
    void joiningAClosedListByMailIsRefusedInTheSession() {
        server.rest().patch(PATH, "{\"joining\":\"closed\"}");
        try (SmtpDialogue smtp = server.smtp()) {
            assertThat(smtp.mail("sok@field.example", List.of("river-news-join@lists.example"), "\n"))
                    .startsWith("550 5.7.1")
                    .contains("river-news-owner@lists.example");
        }
    }

    @Test
    void machinesAreNotAnswered() {
        String machine = "ticket-system@shop.example";
        mail(machine, "river-news-request@lists.example", "Subject: help\nAuto-Submitted: auto-replied\n");
        mail("", "river-news-request@lists.example", "Subject: help\n");
        send("person@shop.example", "river-news-request@lists.example", "help");
        server.sink().awaitMailsTo("person@shop.example", 1);
        assertThat(server.sink().mailsTo(machine)).isEmpty();
    }

    private void send(String from, String to, String subject) {
        mail(from, to, "Subject: " + subject + "\n");
    }

    private void mail(String from, String to, String headers) {
        try (SmtpDialogue smtp = server.smtp()) {
            String message = "From: Reader <" + (from.isEmpty() ? "ticket-system@shop.example" : from) + ">\nTo: " + to
                    + "\nMessage-ID: <" + System.nanoTime() + "@client.example>\n" + headers + "\n\n";
            assertThat(smtp.mail(from, List.of(to), message)).startsWith("250");
        }
    }

    private void confirm(Mail mail) {
        Matcher link = Pattern.compile("/confirm/([0-9a-v]{26})").matcher(decoded(mail));
        assertThat(link.find()).isTrue();
        assertThat(server.rest().post("/confirmations/" + link.group(1), "").status())
                .isEqualTo(200);
    }

    private boolean isMember(String email) {
        return server.rest().get(PATH + "/members/" + email).status() == 200;
    }

    /** Body parts of other scripts travel in base64. */
    private static String decoded(Mail mail) {
        StringBuilder text = new StringBuilder(mail.text());
        Matcher parts = Pattern.compile("(?s)Content-Transfer-Encoding: base64\r\n\r\n(.*?)\r\n--")
                .matcher(mail.text());
        while (parts.find()) {
            text.append(new String(
                    java.util.Base64.getMimeDecoder().decode(parts.group(1)), java.nio.charset.StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private static String address(String header) {
        return header.replaceAll("(?s)^.*<|>.*$", "");
    }

    private static String lastSegment(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
