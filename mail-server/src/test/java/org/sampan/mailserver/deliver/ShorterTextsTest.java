package org.sampan.mailserver.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import javax.mail.MessagingException;
import javax.mail.Multipart;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.content.TransferCoding;

class ShorterTextsTest {
    private static final String MARKER = "Q4w8eR2tY6uI1oP9";
    private static final String PLACE = MARKER + "L";
    private static final String TOKEN = "AAAAAgAAAAAAAAAO9DmEYeLj6jLtSIPj5Trgng";
    private static final String BURMESE = "လှေသမားများ တစ်ပတ်တစ်ရက် နားရက် ရရှိသည်။\r\n";
    private static final String PLAIN = "\r\n-- \r\nHow it comes to you: https://lists.example/preferences/" + PLACE
            + "\r\nLeave the list: https://lists.example/leave/" + PLACE + "\r\n";
    private static final String HTML = "<div>\r\nLeave: <a href=\"https://lists.example/leave/" + PLACE
            + "\">https://lists.example/leave/" + PLACE + "</a>\r\n</div>\r\n";

    private static String part(String type, String text) {
        return "Content-Type: " + type + "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                + TransferCoding.encodeQuotedPrintable(text.getBytes(StandardCharsets.UTF_8), PLACE);
    }

    private static byte[] mail(String plain, String html) {
        return ("Subject: boats\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"cut\"\r\n\r\n--cut\r\n"
                        + part("text/plain", plain) + "\r\n--cut\r\n" + part("text/html", html) + "\r\n--cut--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] copy(byte[] message) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        byte[] nothing = {};
        CutMessage.cut(message, MARKER)
                .write(new CopyValues(nothing, TOKEN.getBytes(StandardCharsets.US_ASCII), nothing), copy::writeBytes);
        return copy.toByteArray();
    }

    private static String text(byte[] copy, int part) throws MessagingException, IOException {
        MimeMessage read = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(copy));
        return String.valueOf(((Multipart) read.getContent()).getBodyPart(part).getContent());
    }

    private static String pressed(String text) {
        return text.replaceAll(" +", " ").replace(" >", ">").strip();
    }

    /** Whatever stands before them, the tokens come where base64 can begin. */
    @ParameterizedTest
    @ValueSource(strings = {"", "x", "xx"})
    void burmeseTextWithAFooterIsShorterAndSaysTheSame(String before) throws Exception {
        String plain = before + BURMESE.repeat(30) + PLAIN;
        String html = "<p>" + before + BURMESE.repeat(30) + "</p>\r\n" + HTML;
        byte[] message = mail(plain, html);

        byte[] shorter = ShorterTexts.of(message, MARKER);

        assertThat(shorter.length).isLessThan(message.length / 2);
        byte[] copy = copy(shorter);
        assertThat(new String(copy, StandardCharsets.US_ASCII))
                .contains("Content-Transfer-Encoding: base64")
                .doesNotContain("quoted-printable", MARKER);
        assertThat(pressed(text(copy, 0))).isEqualTo(pressed(plain.replace(PLACE, TOKEN)));
        assertThat(pressed(text(copy, 1))).isEqualTo(pressed(html.replace(PLACE, TOKEN)));
        assertThat(new String(copy, StandardCharsets.US_ASCII).lines()).allMatch(line -> line.length() <= 76);
    }

    /** The dot that ends it on the wire stands on a line of its own. */
    @Test
    void mailThatIsOneTextEndsWithALine() throws Exception {
        String plain = BURMESE.repeat(30) + PLAIN;
        byte[] message = ("Subject: boats\r\nMIME-Version: 1.0\r\n" + part("text/plain", plain))
                .getBytes(StandardCharsets.UTF_8);

        byte[] copy = copy(ShorterTexts.of(message, MARKER));

        assertThat(new String(copy, StandardCharsets.US_ASCII))
                .contains("Content-Transfer-Encoding: base64")
                .endsWith("\r\n");
        assertThat(pressed(String.valueOf(
                        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(copy))
                                .getContent())))
                .isEqualTo(pressed(plain.replace(PLACE, TOKEN)));
    }

    @Test
    void mostlyAsciiTextStaysReadable() {
        byte[] message = mail("Boats are blue – as ever.\r\n".repeat(30) + PLAIN, "<p>Boats</p>\r\n" + HTML);
        assertThat(ShorterTexts.of(message, MARKER)).isSameAs(message);
    }

    /** Where we have added nothing, a signature of the sender may still hold. */
    @Test
    void textsWithoutOurFooterStayAsTheirSenderEncodedThem() {
        byte[] message = mail(BURMESE.repeat(30), "<p>" + BURMESE.repeat(30) + "</p>");
        assertThat(ShorterTexts.of(message, MARKER)).isSameAs(message);
        byte[] same = mail(BURMESE.repeat(30) + PLAIN, "<p>" + BURMESE.repeat(30) + "</p>\r\n" + HTML);
        assertThat(ShorterTexts.of(same, "")).isSameAs(same);
    }

    /** A footer of a list's own may name the token anywhere, or somebody's address. */
    @Test
    void tokenWithNoRoomBeforeItStaysInQuotedPrintable() {
        byte[] alone = mail(BURMESE.repeat(30) + PLACE + "\r\n", "<p>Boats</p>");
        assertThat(ShorterTexts.of(alone, MARKER)).isSameAs(alone);
        byte[] address = mail(BURMESE.repeat(30) + PLAIN + MARKER + "R\r\n", "<p>Boats</p>");
        assertThat(ShorterTexts.of(address, MARKER)).isSameAs(address);
    }
}
