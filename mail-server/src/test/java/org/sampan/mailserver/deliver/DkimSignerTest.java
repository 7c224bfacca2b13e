package org.sampan.mailserver.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.dkim.DkimKeys;
import org.sampan.mailserver.dkim.DnsRecord;
import org.sampan.mailserver.dkim.SignatureCheck;
import org.sampan.mailserver.settings.Settings;

/** Each copy is verified twice, by Apache jDKIM (RSA only) and by {@link SignatureCheck}. */
class DkimSignerTest {
    private static final String MARKER = "k7Qm2xWp9ZrT4bYc";
    private static final String HEAD = "From: Alice  <alice@harbour.example>\r\nTo: news@lists.example\r\n"
            + "Subject: Boats\r\n and tides\r\nDate: Sun, 22 Nov 2026 06:00:00 +0700\r\nMessage-ID: <1@harbour.example>\r\n"
            + "List-Unsubscribe: <http://localhost/leave/" + MARKER + "L>\r\n"
            + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n\r\n";

    @TempDir
    private static Path data;

    private static DkimKeys rsa = DkimKeys.none();
    private static DkimKeys both = DkimKeys.none();

    @BeforeAll
    static void makeKeys() {
        rsa = keys("rsa");
        both = keys("both");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Six o'clock.\r\n-- \r\nLeave: http://localhost/leave/" + MARKER + "L\r\n",
                "two  blanks \t and an end \r\n\r\nFor " + MARKER + "R \r\n\r\n\r\n",
                MARKER + "R\r\nat the very start",
                ".a line with a dot\r\n..and another\r\n",
                "the same for all\r\n",
                "\r\n\r\n",
                ""
            })
    void eachCopyVerifiesWithItsOwnValues(String body) throws Exception {
        Variant variant = variant(HEAD + body, both);
        for (String reader : List.of("bob@riverside.example", "htun@delta.example")) {
            byte[] copy = copy(variant, reader);
            assertThat(check(copy)).containsExactly("ed25519-sha256", "rsa-sha256");
            if (!body.isBlank()) {
                // Of a body without text jDKIM takes a line end into the hash, against section 3.4.4.
                verifyWithJdkim(copy(variant(HEAD + body, rsa), reader));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leave/token-of-bob>",
                "List-Unsubscribe=One-Click",
                "Alice",
                "news@lists",
                "and tides",
                "06:00:00",
                "<1@harbour.example>",
                "clock"
            })
    void copyThatWasChangedDoesNotVerify(String signed) throws Exception {
        String copy = text(copy(variant(HEAD + "Six o'clock.\r\n", both), "bob@riverside.example"));
        assertThat(copy).contains(signed);
        String forged = copy.replace(signed, "x" + signed);
        assertThat(check(forged.getBytes(StandardCharsets.UTF_8)))
                .doesNotContain("ed25519-sha256", "rsa-sha256")
                .hasSize(2);
    }

    @Test
    void noSecondFromCanBeAdded() throws Exception {
        String copy = text(copy(variant(HEAD + "Six o'clock.\r\n", both), "bob@riverside.example"));
        String forged = copy.replaceFirst("\r\nFrom:", "\r\nFrom: eve@delta.example\r\nFrom:");
        assertThat(check(forged.getBytes(StandardCharsets.UTF_8))).containsOnly("fields changed");
    }

    @Test
    void whatIsTheSameForAllIsSignedOnce() throws Exception {
        Variant variant = variant(HEAD.replace(MARKER, "") + "Six o'clock.\r\n", both);
        assertThat(variant.text().isUniform()).isTrue();
        assertThat(check(copy(variant, "bob@riverside.example"))).containsExactly("ed25519-sha256", "rsa-sha256");
    }

    @Test
    void sizeIsThatOfTheSignedCopy() throws IOException {
        Variant variant = variant(HEAD + "Six o'clock.\r\n", both);
        CopyValues values = variant.signed(values("bob@riverside.example"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        variant.text().write(values, out::writeBytes);
        assertThat(variant.text().bytes(values)).isEqualTo(out.size());
    }

    @Test
    void linesOfTheFieldsAreShort() throws IOException {
        String copy = text(copy(variant(HEAD, both), "bob@riverside.example"));
        assertThat(copy.substring(0, copy.indexOf("\r\nFrom:")).lines()).allMatch(line -> line.length() <= 78);
    }

    private static Variant variant(String message, DkimKeys keys) {
        return Variant.of(message.getBytes(StandardCharsets.UTF_8), MARKER, keys.keys(), Instant.now());
    }

    private static byte[] copy(Variant variant, String reader) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        variant.text().write(variant.signed(values(reader)), out::writeBytes);
        return out.toByteArray();
    }

    private static List<String> check(byte[] copy) throws Exception {
        Map<String, String> dns = both.records().stream().collect(Collectors.toMap(DnsRecord::name, DnsRecord::value));
        return new SignatureCheck(dns).of(copy);
    }

    private static void verifyWithJdkim(byte[] copy) throws IOException, FailException {
        String record = rsa.records().get(0).value();
        DKIMVerifier verifier = new DKIMVerifier((method, selector, domain) -> List.of(record));
        assertThat(verifier.verify(new ByteArrayInputStream(copy))).hasSize(1);
    }

    private static CopyValues values(String reader) {
        String name = reader.substring(0, reader.indexOf('@'));
        return new CopyValues(ascii("1-2-" + name), ascii("token-of-" + name), ascii(reader));
    }

    private static DkimKeys keys(String sign) {
        return DkimKeys.of(Settings.from(Map.of("SAMPAN_DATA", data.toString(), "SAMPAN_DKIM_SIGN", sign)));
    }

    private static String text(byte[] copy) {
        return new String(copy, StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
