package org.sampan.mailserver.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.delivery.Outgoing;
import org.sampan.mailserver.delivery.Recipient;
import org.sampan.mailserver.delivery.StoredMessage;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.SigningKey;

class PreparedMessageTest {
    private static final EmailAddress HTUN = new EmailAddress("htun@riverside.example");

    private final PreparedMessage message = new PreparedMessage(
            new StoredMessage(
                    1,
                    Optional.empty(),
                    1,
                    Optional.empty(),
                    false,
                    false,
                    "en",
                    new Outgoing(
                            "",
                            "",
                            Map.of("en", bytes("<b>boats"), "my", bytes("<b>လှေ")),
                            Map.of("my", bytes("လှေ")),
                            "en",
                            Instant.EPOCH)),
            new SigningKey(new byte[32]),
            List.of());

    @Test
    void readerWhoWantsPlainTextGetsItInTheReadersLanguage() {
        assertThat(textFor("my", true)).isEqualTo("လှေ");
        assertThat(textFor("my-MM", true)).isEqualTo("လှေ");
        assertThat(textFor("my", false)).isEqualTo("<b>လှေ");
    }

    @Test
    void languageWithoutPlainTextComesAsItIs() {
        assertThat(textFor("en", true)).isEqualTo("<b>boats");
        assertThat(textFor("", true)).isEqualTo("<b>boats");
    }

    private String textFor(String language, boolean textOnly) {
        StringBuilder text = new StringBuilder();
        try {
            message.variantFor(new Recipient(7, HTUN, language, textOnly))
                    .text()
                    .write(CopyValues.NONE, piece -> text.append(new String(piece, StandardCharsets.UTF_8)));
        } catch (java.io.IOException e) {
            throw new IllegalStateException("a StringBuilder does no I/O", e);
        }
        return text.toString().strip();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
