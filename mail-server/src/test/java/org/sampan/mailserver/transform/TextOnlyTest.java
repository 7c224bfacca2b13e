package org.sampan.mailserver.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.content.PartText;
import org.sampan.mailserver.post.Message;

class TextOnlyTest {
    private static final String PLACE = "abcdefghijklmnopL";

    @Test
    void textOfEqualWorthIsTakenAndFilesAreNamed() {
        Message plain = of("""
                From: alice@harbour.example
                Subject: Boats
                List-Unsubscribe: <https://news.example/leave/abcdefghijklmnopL>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="m"

                --m
                Content-Type: multipart/alternative; boundary="a"

                --a
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                เรือออกหกโมง
                --a
                Content-Type: text/html; charset=utf-8

                <p>The boat leaves at six.</p><img src="x">
                --a--
                --m
                Content-Type: application/pdf; name="times.pdf"
                Content-Disposition: attachment; filename="times.pdf"
                Content-Transfer-Encoding: base64

                JVBERg==
                --m
                Content-Type: text/plain; charset=utf-8

                Leave: https://news.example/leave/abcdefghijklmnopL
                --m--
                """);
        assertThat(plain.contentType().mimeType()).isEqualTo("text/plain");
        assertThat(PartText.plain(plain).orElseThrow())
                .contains("เรือออกหกโมง", "[times.pdf]", "https://news.example/leave/" + PLACE)
                .doesNotContain("<p>", "JVBERg");
        assertThat(new String(plain.body(), StandardCharsets.US_ASCII)).contains(PLACE);
        assertThat(plain.headers().value("Subject")).isEqualTo("Boats");
        assertThat(plain.headers().value("List-Unsubscribe")).contains(PLACE);
        assertThat(plain.headers().all("MIME-Version")).hasSize(1);
        assertThat(plain.headers().all("Content-Type")).hasSize(1);
    }

    @Test
    void pageBecomesText() {
        Message plain = of("Subject: Boats\nContent-Type: text/html; charset=utf-8\n\n<h1>Boats</h1><p>At six.</p>\n");
        assertThat(PartText.plain(plain).orElseThrow())
                .contains("Boats", "At six.")
                .doesNotContain("<");
    }

    @Test
    void encryptedMailStaysWholeAlsoBesideSomeText() {
        assertThat(TextOnly.of(Message.parse("""
                                Subject: Boats
                                Content-Type: multipart/mixed; boundary="m"

                                --m
                                Content-Type: text/plain

                                For those who have the key.
                                --m
                                Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"
                                Content-Transfer-Encoding: base64

                                MIIB
                                --m--
                                """.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII)), PLACE))
                .isEmpty();
    }

    @Test
    void signedMailLosesItsSignatureOnly() {
        Message plain = of("""
                Subject: Boats
                Content-Type: multipart/signed; boundary="s"; protocol="application/pgp-signature"

                --s
                Content-Type: text/plain

                At six.
                --s
                Content-Type: application/pgp-signature

                -----BEGIN PGP SIGNATURE-----
                --s--
                """);
        assertThat(PartText.plain(plain).orElseThrow().strip()).isEqualTo("At six.");
    }

    @Test
    void plainAndEncryptedMailStayAsTheyAre() {
        assertThat(TextOnly.of(parse("Subject: x\n\nhello\n"), PLACE)).isEmpty();
        assertThat(TextOnly.of(parse("Content-Type: multipart/encrypted; boundary=x\n\n--x\n\na\n--x--\n"), PLACE))
                .isEmpty();
        assertThat(TextOnly.of(parse("Content-Type: application/pkcs7-mime\n\nMII\n"), PLACE))
                .isEmpty();
        assertThat(TextOnly.of(parse("Content-Type: image/png\n\nxx\n"), PLACE)).isEmpty();
    }

    private static Message of(String text) {
        return TextOnly.of(parse(text), PLACE).orElseThrow();
    }

    private static Message parse(String text) {
        return Message.parse(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
