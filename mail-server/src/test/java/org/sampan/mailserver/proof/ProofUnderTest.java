package org.sampan.mailserver.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.mailserver.domain.DmarcPolicies;
import org.sampan.mailserver.domain.DmarcPolicy;
import org.sampan.mailserver.domain.Dns;
import org.sampan.mailserver.domain.RecordType;
import org.sampan.mailserver.domain.ResolvingDns;
import org.sampan.mailserver.domain.TestNameServer;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.settings.Network;

/** The checks over a name server of our own, and a signer that is not the verifier's code. */
final class ProofUnderTest implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    static final KeyPair RSA = keys("RSA", 2048);
    static final KeyPair ED25519 = keys("Ed25519", 255);

    final TestNameServer names = TestNameServer.start();
    final SenderChecks checks;

    ProofUnderTest() {
        this(Optional.empty());
    }

    /** @param front what a front server on the loopback address calls itself */
    ProofUnderTest(Optional<String> front) {
        Dns dns = new ResolvingDns(List.of(names.address()));
        checks = new SenderChecks(
                new Spf(dns),
                new Dkim(new DkimKeys(dns), Clock.fixed(NOW, ZoneOffset.UTC)),
                policies(dns),
                new FrontServer(front, List.of(Network.parse("127.0.0.0/8"))));
    }

    /** Publishes both keys: {@code rsa._domainkey} and {@code ed._domainkey}. */
    ProofUnderTest publishesKeys(String domain) {
        byte[] ed25519 = ED25519.getPublic().getEncoded();
        names.txt(
                "rsa._domainkey." + domain,
                "v=DKIM1; k=rsa; p=" + base64(RSA.getPublic().getEncoded()));
        names.txt(
                "ed._domainkey." + domain,
                "v=DKIM1; k=ed25519; p=" + base64(Arrays.copyOfRange(ed25519, ed25519.length - 32, ed25519.length)));
        return this;
    }

    /**
     * Signs with a made-up but correct signer: the fields are given in canonical form by the caller's mail, which must be written so
     * that both canonical forms are the same.
     */
    static Message signed(Message message, String tags, List<String> fields) {
        try {
            String bodyHash = base64(sha256(message.body()));
            boolean ed25519 = tags.contains("ed25519");
            String unsigned =
                    "dkim-signature:" + tags + "; h=" + String.join(":", fields) + "; bh=" + bodyHash + "; b=";
            StringBuilder text = new StringBuilder();
            for (String field : fields) {
                message.headers()
                        .all(field)
                        .reduce((first, second) -> second)
                        .ifPresent(it -> text.append(field.toLowerCase(Locale.ROOT))
                                .append(':')
                                .append(it.value())
                                .append("\r\n"));
            }
            byte[] signed = text.append(unsigned).toString().getBytes(StandardCharsets.UTF_8);
            Signature signer = Signature.getInstance(ed25519 ? "Ed25519" : "SHA256withRSA");
            signer.initSign((ed25519 ? ED25519 : RSA).getPrivate());
            signer.update(ed25519 ? sha256(signed) : signed);
            String value = unsigned.substring(unsigned.indexOf(':') + 1) + base64(signer.sign());
            byte[] field = ("DKIM-Signature: " + value + "\r\n").getBytes(StandardCharsets.UTF_8);
            byte[] rest = message.bytes();
            byte[] all = Arrays.copyOf(field, field.length + rest.length);
            System.arraycopy(rest, 0, all, field.length, rest.length);
            return Message.parse(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        names.close();
    }

    /** Reads the records as the server does; reserved names too, which the server asks nobody about. */
    private static DmarcPolicies policies(Dns dns) {
        return domain -> dns.find("_dmarc." + domain, RecordType.TXT).stream()
                .findFirst()
                .map(it -> new DmarcPolicy(
                        it.contains("p=reject") ? DmarcPolicy.Wish.REJECT : DmarcPolicy.Wish.NONE,
                        it.contains("adkim=s"),
                        it.contains("aspf=s")))
                .orElse(DmarcPolicy.NONE);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static KeyPair keys(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("RSA")) {
                generator.initialize(size);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
