package org.sampan.mailserver.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.post.TestPosts.message;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.SenderProof.By;
import org.sampan.mailserver.settings.Network;

/** A front server's word counts, and nobody else's. */
class FrontServerTest {
    private static final InetAddress FRONT = Network.parse("127.0.0.1").address();
    private static final InetAddress WORLD = Network.parse("198.51.100.7").address();

    private final ProofUnderTest proof = new ProofUnderTest(Optional.of("mx.lists.example"));
    private final FrontServer front =
            new FrontServer(Optional.of("mx.lists.example"), List.of(Network.parse("127.0.0.0/8")));

    @AfterEach
    void stopTheNameServer() {
        proof.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spf=pass smtp.mailfrom=alice@harbour.example | SERVER",
                "spf=pass (sender is (really) ok; spf=fail) smtp.mailfrom=mail.harbour.example; dmarc=pass header.from=harbour.example | SERVER",
                "spf=pass smtp.mailfrom=eve@evil.example | NOTHING",
                "spf=softfail smtp.mailfrom=alice@harbour.example | NOTHING",
                "spf=pass smtp.mailfrom=alice@harbour.example; dmarc=fail header.from=harbour.example | NOTHING",
                "dmarc=pass header.from=harbour.example | NOTHING",
                "dkim=pass header.d=harbour.example | NOTHING",
                "spf=pass reason=\"smtp.mailfrom=alice@harbour.example\" smtp.mailfrom=eve@evil.example | NOTHING",
                "none | NOTHING"
            })
    void frontServersWordCounts(String said, By by) {
        assertThat(check(mail("Authentication-Results: MX.lists.example 1; " + said), FRONT))
                .isEqualTo(by);
    }

    @Test
    void signatureTheFrontServerVerifiedIsLookedAtForWhatItCovers() {
        Message signed = ProofUnderTest.signed(
                mail("Authentication-Results: mx.lists.example; dkim=pass header.d=harbour.example header.b=abc"),
                "v=1; a=rsa-sha256; c=relaxed/relaxed; d=harbour.example; s=rsa",
                List.of("from", "to", "message-id"));
        assertThat(check(signed, FRONT)).isEqualTo(By.SIGNATURE);
        assertThat(proof.names.asked()).noneMatch(it -> it.contains("_domainkey"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.lists.example",
                "mx.lists.example.evil.example",
                "harbour.example",
                "(mx.lists.example) evil.example"
            })
    void whatTheWorldWritesIsRemoved(String server) {
        Message mail = mail("Authentication-Results: " + server + "; spf=pass smtp.mailfrom=alice@harbour.example");
        assertThat(front.withoutForeignResults(mail.headers(), WORLD).has("Authentication-Results"))
                .isFalse();
        assertThat(check(mail, WORLD)).isEqualTo(By.NOTHING);
    }

    @Test
    void resultsOfOthersAreRemovedFromWhatTheFrontServerHandsIn() {
        Message mail = mail("Authentication-Results: evil.example; spf=pass smtp.mailfrom=alice@harbour.example");
        assertThat(front.withoutForeignResults(mail.headers(), FRONT).has("Authentication-Results"))
                .isFalse();
        assertThat(front.withoutForeignResults(
                                mail("Authentication-Results: mx.lists.example; none")
                                        .headers(),
                                FRONT)
                        .has("Authentication-Results"))
                .isTrue();
    }

    @Test
    void withoutAFrontServerNobodyIsBelieved() {
        FrontServer none = new FrontServer(Optional.empty(), List.of(Network.parse("0.0.0.0/0")));
        Message mail = mail("Authentication-Results: mx.lists.example; spf=pass");
        assertThat(none.is(FRONT)).isFalse();
        assertThat(none.withoutForeignResults(mail.headers(), FRONT).has("Authentication-Results"))
                .isFalse();
    }

    private By check(Message mail, InetAddress client) {
        Handover handover = new Handover(client, "x", Optional.of(new EmailAddress("alice@harbour.example")));
        Message cleaned = mail.with(front.withoutForeignResults(mail.headers(), client));
        return proof.checks.of(cleaned, handover, true).by();
    }

    private static Message mail(String field) {
        return message(
                field,
                "From: alice@harbour.example",
                "To: members@lists.example",
                "Message-ID: <1@x.example>",
                "",
                "Hello.");
    }
}
