package org.sampan.mailserver.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.james.jdkim.DKIMSigner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.mailserver.domain.ResolvingDns;
import org.sampan.mailserver.domain.TestNameServer;
import org.sampan.mailserver.post.Message;

/** Our verifier against jDKIM's signer: two programs by different people. */
class DkimTest {
    private static final String HEADER = "From: Alice  Chan\r\n <alice@harbour.example>\r\nTo:members@lists.example\r\n"
            + "Subject:  =?utf-8?q?Montag?= \t \r\nMessage-ID: <1@harbour.example>\r\n";

    private final TestNameServer names = TestNameServer.start();
    private final Dkim dkim = new Dkim(
            new DkimKeys(new ResolvingDns(List.of(names.address()))), Clock.fixed(ProofUnderTest.NOW, ZoneOffset.UTC));

    @AfterEach
    void stopTheNameServer() {
        names.close();
    }

    @ParameterizedTest
    @CsvSource({"relaxed/relaxed", "relaxed/simple", "simple/relaxed", "simple/simple"})
    void signaturesOfAnotherProgramHold(String canonical) throws Exception {
        for (String body : List.of(
                "Hello.\r\n",
                "Hello  \t world. \r\n \r\nBye.\r\n\r\n\r\n",
                "no end",
                "\r\n\r\nx\r\n",
                ".dots\r\n..\r\n")) {
            assertThat(valid(signed(canonical, body)))
                    .as(canonical + " " + body)
                    .hasSize(1);
        }
    }

    /** The line end of nothing: RFC 6376 section 3.4.3 gives the hashes of empty bodies. */
    @Test
    void emptyBodiesHaveTheHashesOfTheStandard() throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        for (String body : List.of("", "\r\n", "\r\n\r\n")) {
            assertThat(ProofUnderTest.base64(
                            sha256.digest(Canonical.SIMPLE.body(body.getBytes(StandardCharsets.UTF_8)))))
                    .isEqualTo("frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY=");
            assertThat(ProofUnderTest.base64(
                            sha256.digest(Canonical.RELAXED.body(body.getBytes(StandardCharsets.UTF_8)))))
                    .isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        }
    }

    /** RFC 6376 section 3.4.6. */
    @Test
    void canonicalFormsAreThoseOfTheStandard() {
        assertThat(Canonical.RELAXED.field("A: X\r\n") + Canonical.RELAXED.field("B : Y\t\r\n\tZ  \r\n"))
                .isEqualTo("a:X\r\nb:Y Z\r\n");
        byte[] body = " C \r\nD \t E\r\n\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        assertThat(Canonical.RELAXED.body(body)).asString().isEqualTo(" C\r\nD E\r\n");
        assertThat(Canonical.SIMPLE.body(body)).asString().isEqualTo(" C \r\nD \t E\r\n");
    }

    private List<DkimSignature> valid(Message message) {
        names.txt(
                "rsa._domainkey.harbour.example",
                "v=DKIM1; k=rsa; p="
                        + ProofUnderTest.base64(ProofUnderTest.RSA.getPublic().getEncoded()));
        return dkim.valid(message, it -> true);
    }

    private static Message signed(String canonical, String body) throws Exception {
        String mail = HEADER + "\r\n" + body;
        DKIMSigner signer = new DKIMSigner(
                "v=1; s=rsa; d=harbour.example; c=" + canonical
                        + "; h=from:to:subject:message-id:cc; a=rsa-sha256; bh=; b=;",
                ProofUnderTest.RSA.getPrivate());
        String field = signer.sign(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
        return Message.parse((field + "\r\n" + mail).getBytes(StandardCharsets.UTF_8));
    }
}
