package org.sampan.digest.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.listdigest.DigestTextTest.digest;
import static org.sampan.digest.listdigest.DigestTextTest.list;
import static org.sampan.digest.listdigest.DigestTextTest.posts;
import static org.sampan.digest.listdigest.DigestTextTest.text;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sampan.digest.fixture.GoldenFile;
import org.sampan.digest.listdigest.Gathered;
import org.sampan.digest.mailserver.DeliveryMode;

class DigestMailsTest {
    @ParameterizedTest
    @EnumSource(names = {"DAILY", "DAILY_PLAIN", "TITLES"})
    void digestOfEachFormReadsAsItShould(DeliveryMode mode) throws Exception {
        String wire = new String(bytes(compose(mode)), StandardCharsets.UTF_8).replace("\r\n", "\n");
        GoldenFile.of(getClass(), "digest-" + mode.word() + ".eml").assertSame(wire);
    }

    @Test
    void nobodyCanForeseeTheBoundary() throws Exception {
        Gathered other =
                new Gathered(posts().get(0).post(), "Subject: other\r\n\r\nother\r\n".getBytes(StandardCharsets.UTF_8));
        MimeMessage one = compose(DeliveryMode.DAILY);
        MimeMessage two = DigestMails.compose(
                digest(DeliveryMode.DAILY), list("en"), text("en"), List.of(other), "lists.example");
        assertThat(one.getMessageID()).isEqualTo(two.getMessageID());
        assertThat(one.getContentType()).isNotEqualTo(two.getContentType());
    }

    @Test
    void mimeDigestIsAMessageOfMessagesBelowItsContents() throws Exception {
        MimeMessage message = compose(DeliveryMode.DAILY);
        assertThat(message.getMessageID()).isEqualTo("<digest.members.31@lists.example>");
        assertThat(message.getSubject()).isEqualTo("Members digest, volume 1, issue 12");
        assertThat(message.getHeader("X-Sampan-Audience")).containsExactly("mode=daily; zones=Asia/Bangkok,-");
        assertThat(message.getHeader("Reply-To")).containsExactly("members@lists.example");
        MimeMultipart mixed = (MimeMultipart) message.getContent();
        assertThat((String) mixed.getBodyPart(0).getContent()).contains("1. Boats (Alice)", "2. Re: Boats (Alice)");
        MimeMultipart messages = (MimeMultipart) mixed.getBodyPart(1).getContent();
        assertThat(messages.getContentType()).startsWith("multipart/digest");
        assertThat(messages.getCount()).isEqualTo(2);
        MimeMessage first = (MimeMessage) messages.getBodyPart(0).getContent();
        assertThat(first.getSubject()).isEqualTo("Boats");
        assertThat(first.getMessageID()).isEqualTo("<aaaaaaaaaaaaaaaaaaaa@farm.example>");
        assertThat(Collections.list(first.getAllHeaders()))
                .noneMatch(it -> it.getName().equals("Received") || it.getName().equals("List-Id"));
        assertThat((String) first.getContent()).startsWith("The boat leaves at six.");
    }

    @Test
    void plainDigestIsOneText() throws Exception {
        assertThat((String) compose(DeliveryMode.WEEKLY_PLAIN).getContent())
                .contains("-".repeat(70), "Subject: Re: Boats", "ฝนตกหนัก", "End of Members digest");
    }

    @Test
    void sameDigestIsTheSameBytes() throws Exception {
        for (DeliveryMode mode : Arrays.asList(DeliveryMode.DAILY, DeliveryMode.DAILY_PLAIN, DeliveryMode.TITLES)) {
            assertThat(bytes(compose(mode))).isEqualTo(bytes(compose(mode)));
        }
    }

    private static MimeMessage compose(DeliveryMode mode) {
        return DigestMails.compose(digest(mode), list("en"), text("en"), posts(), "lists.example");
    }

    private static byte[] bytes(MimeMessage message) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.toByteArray();
    }
}
