package org.sampan.mailserver.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.util.List;
import java.util.Map;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sampan.mailserver.settings.BadSettingsException;
import org.sampan.mailserver.settings.Settings;

class DkimKeysTest {
    @TempDir
    private Path data;

    @Test
    void nothingIsSignedUnlessAskedFor() {
        assertThat(keys("none").keys()).isEmpty();
        assertThat(data.resolve("dkim")).doesNotExist();
    }

    @Test
    void keysAreMadeOnceAndOnlyOursToRead() throws IOException {
        List<DnsRecord> made = keys("both").records();
        assertThat(made)
                .extracting(DnsRecord::name)
                .containsExactly("sampan-ed25519._domainkey.lists.example", "sampan-rsa._domainkey.lists.example");
        assertThat(keys("both").records()).isEqualTo(made);
        for (String file : List.of("sampan-rsa.pem", "sampan-ed25519.pem")) {
            Path key = data.resolve("dkim").resolve(file);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
        }
    }

    @ParameterizedTest
    @EnumSource(DkimAlgorithm.class)
    void everySignerOfThisMachineMakesWhatTheDnsRecordVerifies(DkimAlgorithm algorithm) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance(algorithm.keys()).generateKeyPair();
        for (Signers signers : List.of(Signers.ofThisMachine(), new Signers(List.of()))) {
            DkimKey key = signers.key("lists.example", "s", algorithm, pair);
            DnsRecord record = DnsRecord.of(key, pair);
            byte[] message = signed(key);
            assertThat(new SignatureCheck(Map.of(record.name(), record.value())).of(message))
                    .containsExactly(algorithm.tag());
        }
    }

    @Test
    void quickSignerIsUsedWhereItRuns() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        boolean runs = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null;
        assertThat(Signers.ofThisMachine()
                        .key("d.example", "s", DkimAlgorithm.RSA, pair)
                        .signer())
                .isEqualTo(runs ? "AmazonCorrettoCryptoProvider" : "SunRsaSign");
    }

    @Test
    void signerThatCannotGivesWayToTheJdk() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        Provider without = Signature.getInstance("Ed25519").getProvider();
        assertThat(new Signers(List.of(without))
                        .key("d.example", "s", DkimAlgorithm.RSA, pair)
                        .signer())
                .isEqualTo("SunRsaSign");
    }

    @Test
    void keyMadeByAnotherProgramIsTaken() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        StringWriter pkcs1 = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(pkcs1)) {
            pem.writeObject(pair.getPrivate());
        }
        assertThat(pkcs1.toString()).startsWith("-----BEGIN RSA PRIVATE KEY-----");
        write("sampan-rsa.pem", pkcs1.toString());
        assertThat(keys("rsa").records().get(0).value())
                .endsWith(java.util.Base64.getEncoder()
                        .encodeToString(pair.getPublic().getEncoded()));
    }

    @Test
    void fileThatHoldsNoSuchKeyStopsTheStartByItsName() throws IOException {
        write("sampan-rsa.pem", "nothing of the kind\n");
        assertThatThrownBy(() -> keys("rsa"))
                .isInstanceOf(BadSettingsException.class)
                .hasMessageContaining("sampan-rsa.pem");
        keys("ed25519");
        Files.copy(data.resolve("dkim/sampan-ed25519.pem"), data.resolve("dkim/other-rsa.pem"));
        assertThatThrownBy(() -> DkimKeys.of(settings("rsa", "other"))).hasMessageContaining("other-rsa.pem");
    }

    private static byte[] signed(DkimKey key) throws Exception {
        String field = "dkim-signature:v=1; a=" + key.algorithm().tag() + "; c=relaxed/relaxed; d=" + key.domain()
                + "; s=" + key.selector() + "; h=from; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=";
        byte[] signature = key.sign(("from:a@lists.example\r\n" + field).getBytes(StandardCharsets.US_ASCII));
        return (field + java.util.Base64.getEncoder().encodeToString(signature) + "\r\nFrom: a@lists.example\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(data.resolve("dkim"));
        Files.writeString(data.resolve("dkim").resolve(file), text);
    }

    private DkimKeys keys(String sign) {
        return DkimKeys.of(settings(sign, "sampan"));
    }

    private Settings settings(String sign, String selector) {
        return Settings.from(
                Map.of("SAMPAN_DATA", data.toString(), "SAMPAN_DKIM_SIGN", sign, "SAMPAN_DKIM_SELECTOR", selector));
    }
}
