package org.sampan.mailserver.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.post.Envelope;
import org.sampan.mailserver.post.Message;

class AutomaticMailTest {
    private static final String FROM_HTUN = "From: htun@riverside.example\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"vacation-reply.eml", "bounce-of-a-notice.eml", "mail-of-another-list.eml"})
    void machinesAreKnownByTheirHeaders(String fixture) throws IOException {
        assertThat(AutomaticMail.is(from("htun@riverside.example"), fixture(fixture)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"join-from-a-phone.eml", "request-in-html.eml"})
    void personsAreNotMachines(String fixture) throws IOException {
        assertThat(AutomaticMail.is(from("htun@riverside.example"), fixture(fixture)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-generated",
                "auto-submitted: AUTO-REPLIED; owner-email=x",
                "Precedence: Bulk",
                "X-Auto-Response-Suppress: DR, AutoReply",
                "List-Unsubscribe: <https://elsewhere.example/>",
                "X-Autoreply: yes"
            })
    void oneSuchHeaderIsEnough(String header) {
        assertThat(AutomaticMail.is(from("htun@riverside.example"), message(FROM_HTUN + header + "\r\n\r\n")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: no", "Precedence: first-class", "X-Auto-Response-Suppress: OOF"})
    void someHeadersSayNothing(String header) {
        assertThat(AutomaticMail.is(from("htun@riverside.example"), message(FROM_HTUN + header + "\r\n\r\n")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MAILER-DAEMON@mx.example",
                "noreply@shop.example",
                "no-reply@shop.example",
                "farmers-bounces@lists.farm.example",
                "bounce+abc@news.example",
                "owner-farmers@lists.farm.example",
                "farmers-request@lists.farm.example"
            })
    void machinesAreKnownByTheirAddresses(String sender) {
        assertThat(AutomaticMail.is(from(sender), message(FROM_HTUN + "\r\n"))).isTrue();
    }

    @Test
    void nullSenderIsAMachine() {
        assertThat(AutomaticMail.is(new Envelope(Optional.empty(), Optional.empty()), message(FROM_HTUN + "\r\n")))
                .isTrue();
    }

    static Message fixture(String name) throws IOException {
        return message(
                Files.readString(Path.of("src/test/resources/command", name)).replace("\n", "\r\n"));
    }

    static Message message(String text) {
        return Message.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    static Envelope from(String sender) {
        return new Envelope(Optional.of(new EmailAddress(sender)), Optional.empty());
    }
}
