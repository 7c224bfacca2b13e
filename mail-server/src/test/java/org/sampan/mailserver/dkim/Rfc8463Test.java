package org.sampan.mailserver.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The example of RFC 8463, appendix A: one message, an Ed25519 and an RSA signature. */
class Rfc8463Test {
    private static final String SECRET = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";
    private static final String PUBLIC = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
    private static final Map<String, String> DNS = Map.of(
            "brisbane._domainkey.football.example.com", "v=DKIM1; k=ed25519; p=" + PUBLIC,
            "test._domainkey.football.example.com",
                    "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2"
                            + "jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLz"
                            + "BfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB");

    @Test
    void ourTestsVerifierTakesBothSignatures() throws Exception {
        assertThat(new SignatureCheck(DNS).of(example())).containsExactly("ed25519-sha256", "rsa-sha256");
    }

    @Test
    void ourTestsVerifierSeesWhatWasChanged() throws Exception {
        String text = new String(example(), StandardCharsets.US_ASCII);
        assertThat(check(text.replace("lost the game", "won the game")))
                .containsExactly("body changed", "body changed");
        assertThat(check(text.replace("Is dinner", "Was dinner"))).containsExactly("fields changed", "fields changed");
    }

    @Test
    void canonicalBodyHasTheHashOfTheExample() throws Exception {
        byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(new RelaxedForm(example()).body());
        assertThat(Base64.getEncoder().encodeToString(hash)).isEqualTo("2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=");
    }

    @Test
    void ourKeySignsAsTheExampleDoes() throws Exception {
        RelaxedForm message = new RelaxedForm(example());
        StringBuilder signed = new StringBuilder();
        for (String name : List.of("from", "to", "subject", "date", "message-id")) {
            signed.append(message.fields(name).get(0).line());
        }
        // The upper one of the two.
        String field = message.fields("dkim-signature").get(1).line();
        signed.append(field.replaceFirst("b=[^=]*==\r\n$", "b="));
        byte[] signature = key().sign(signed.toString().getBytes(StandardCharsets.US_ASCII));
        assertThat(Base64.getEncoder().encodeToString(signature))
                .isEqualTo("/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11BusFa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==");
    }

    @Test
    void publishedKeyIsTheBareOne() throws Exception {
        assertThat(DnsRecord.of(key(), pair()))
                .isEqualTo(
                        new DnsRecord("brisbane._domainkey.football.example.com", "v=DKIM1; k=ed25519; p=" + PUBLIC));
    }

    private static DkimKey key() throws Exception {
        return Signers.ofThisMachine().key("football.example.com", "brisbane", DkimAlgorithm.ED25519, pair());
    }

    private static KeyPair pair() throws Exception {
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        return new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(joined("302a300506032b6570032100", PUBLIC))),
                factory.generatePrivate(new PKCS8EncodedKeySpec(joined("302e020100300506032b657004220420", SECRET))));
    }

    private static byte[] joined(String hex, String base64) {
        byte[] first = HexFormat.of().parseHex(hex);
        byte[] second = Base64.getDecoder().decode(base64);
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static List<String> check(String message) throws Exception {
        return new SignatureCheck(DNS).of(message.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] example() throws Exception {
        try (InputStream file = Rfc8463Test.class.getResourceAsStream("/dkim/rfc8463-example.eml")) {
            return Objects.requireNonNull(file, "rfc8463-example.eml").readAllBytes();
        }
    }
}
