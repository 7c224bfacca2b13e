package org.sampan.mailserver.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sampan.mailserver.post.TestPosts.message;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.domain.DnsTroubleException;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.SenderProof;
import org.sampan.mailserver.post.SenderProof.By;
import org.sampan.mailserver.post.TestPosts;
import org.sampan.mailserver.settings.Network;

/** What proves that a mail comes from the domain in From, and every way we know of to pretend so. */
class SenderChecksTest {
    private static final List<String> ALL_THAT_TELLS = List.of("from", "to", "subject", "date", "message-id");
    private static final String RELAXED = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=harbour.example; s=rsa";

    private ProofUnderTest proof = new ProofUnderTest();

    @AfterEach
    void stopTheNameServer() {
        proof.close();
    }

    @Test
    void serverThatTheDomainNamesProves() {
        proof.names.txt("harbour.example", "v=spf1 ip4:192.0.2.0/28 -all");
        assertThat(check(plain(), from("192.0.2.5", "alice@harbour.example")).by())
                .isEqualTo(By.SERVER);
        assertThat(check(plain(), from("192.0.2.99", "alice@harbour.example")).by())
                .isEqualTo(By.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "mail.harbour.example, SERVER",
        "evil.example, NOTHING",
        "harbour.example.evil.example, NOTHING",
        "arbour.example, NOTHING"
    })
    void serverProvesItsOwnOrganisationOnly(String senderDomain, By by) {
        proof.names.txt(senderDomain, "v=spf1 ip4:192.0.2.5 -all");
        assertThat(check(plain(), from("192.0.2.5", "alice@" + senderDomain)).by())
                .isEqualTo(by);
    }

    @Test
    void strictDomainIsProvenByItselfAlone() {
        proof.names
                .txt("_dmarc.harbour.example", "v=DMARC1; p=none; aspf=s")
                .txt("mail.harbour.example", "v=spf1 ip4:192.0.2.5 -all");
        assertThat(check(plain(), from("192.0.2.5", "alice@mail.harbour.example"))
                        .by())
                .isEqualTo(By.NOTHING);
    }

    @Test
    void spfFollowsIncludesHostsAndMailServers() {
        proof.names
                .txt("harbour.example", "v=spf1 include:_spf.host.example -all")
                .txt("_spf.host.example", "v=spf1 mx a:out.host.example ~all")
                .mx("_spf.host.example", "mx.host.example")
                .a("mx.host.example", "192.0.2.25")
                .a("out.host.example", "192.0.2.26");
        assertThat(check(plain(), from("192.0.2.25", "alice@harbour.example")).by())
                .isEqualTo(By.SERVER);
        assertThat(check(plain(), from("192.0.2.26", "alice@harbour.example")).by())
                .isEqualTo(By.SERVER);
        assertThat(check(plain(), from("192.0.2.27", "alice@harbour.example")).by())
                .isEqualTo(By.NOTHING);
    }

    @Test
    void nullSenderProvesNothing() {
        proof.names.txt("harbour.example", "v=spf1 ip4:192.0.2.5 -all");
        assertThat(check(plain(), new Handover(ip("192.0.2.5"), "harbour.example", Optional.empty()))
                        .by())
                .isEqualTo(By.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=1; a=rsa-sha256; c=relaxed/relaxed; d=harbour.example; s=rsa",
                "v=1; a=rsa-sha256; c=relaxed; d=harbour.example; s=rsa; i=alice@harbour.example; t=1; x=4102444800",
                "v=1; a=ed25519-sha256; c=relaxed/simple; d=harbour.example; s=ed"
            })
    void signatureOfTheDomainProves(String tags) {
        proof.publishesKeys("harbour.example");
        Message signed = ProofUnderTest.signed(plain(), tags, ALL_THAT_TELLS);
        SenderProof found = check(signed, elsewhere());
        assertThat(found.by()).isEqualTo(By.SIGNATURE);
        assertThat(found.isGoodFor(list("members"), signed.headers())).isTrue();
    }

    @Test
    void signatureOfTheOrganisationProvesUnlessTheDomainIsStrict() {
        proof.publishesKeys("mail.harbour.example");
        Message signed = ProofUnderTest.signed(plain(), RELAXED.replace("d=", "d=mail."), ALL_THAT_TELLS);
        assertThat(check(signed, elsewhere()).by()).isEqualTo(By.SIGNATURE);
        proof.close();
        proof = new ProofUnderTest().publishesKeys("mail.harbour.example");
        proof.names.txt("_dmarc.harbour.example", "v=DMARC1; p=reject; adkim=s");
        assertThat(check(signed, elsewhere())).isEqualTo(new SenderProof(By.NOTHING, true));
    }

    @ParameterizedTest
    @CsvSource({
        "changed body, See you on Monday., See you never.",
        "changed subject, Subject: Monday, Subject: Tuesday",
        "changed author, alice@harbour.example, boss@harbour.example",
        "changed reader, To: members@, To: mekong-news@"
    })
    void changedMailProvesNothing(String what, String was, String is) {
        proof.publishesKeys("harbour.example");
        String signed = text(ProofUnderTest.signed(plain(), RELAXED, ALL_THAT_TELLS));
        assertThat(signed).as(what).contains(was);
        assertThat(check(Message.parse(signed.replace(was, is).getBytes(StandardCharsets.UTF_8)), elsewhere())
                        .by())
                .isEqualTo(By.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=1; a=rsa-sha256; c=relaxed/relaxed; d=harbour.example; s=rsa; l=5",
                "v=1; a=rsa-sha1; c=relaxed/relaxed; d=harbour.example; s=rsa",
                "v=1; a=rsa-sha256; c=relaxed/relaxed; d=harbour.example; s=rsa; x=1700000000",
                "v=1; a=rsa-sha256; c=relaxed/relaxed; d=harbour.example; s=rsa; i=alice@evil.example",
                "v=1; a=rsa-sha256; c=relaxed/relaxed; d=harbour.example; d=evil.example; s=rsa",
                "v=2; a=rsa-sha256; c=relaxed/relaxed; d=harbour.example; s=rsa",
                "v=1; a=rsa-sha256; c=relaxed/relaxed; d=harbour.example; s=revoked",
                "v=1; a=rsa-sha256; c=relaxed/relaxed; d=harbour.example; s=trial",
                "v=1; a=rsa-sha256; c=relaxed/relaxed; d=harbour.example; s=nowhere",
                "v=1; a=rsa-sha256; c=relaxed/relaxed; d=example; s=rsa",
                "v=1; a=rsa-sha256; c=relaxed/relaxed; d=harbour.example.evil.example; s=rsa"
            })
    void signatureThatIsNoneProvesNothing(String tags) {
        String key = "; k=rsa; p="
                + ProofUnderTest.base64(ProofUnderTest.RSA.getPublic().getEncoded());
        proof.publishesKeys("harbour.example").publishesKeys("example").publishesKeys("harbour.example.evil.example");
        proof.names
                .txt("revoked._domainkey.harbour.example", "v=DKIM1; p=")
                .txt("trial._domainkey.harbour.example", "v=DKIM1; t=y" + key);
        assertThat(check(ProofUnderTest.signed(plain(), tags, ALL_THAT_TELLS), elsewhere())
                        .by())
                .isEqualTo(By.NOTHING);
    }

    @Test
    void signatureWithoutFromProvesNothing() {
        proof.publishesKeys("harbour.example");
        Message signed = ProofUnderTest.signed(plain(), RELAXED, List.of("to", "subject", "date", "message-id"));
        assertThat(check(signed, elsewhere()).by()).isEqualTo(By.NOTHING);
    }

    @Test
    void mailSentOnToAnotherListProvesNothingThere() {
        proof.publishesKeys("harbour.example");
        Message signed = ProofUnderTest.signed(plain(), RELAXED, ALL_THAT_TELLS);
        SenderProof found = check(signed, elsewhere());
        assertThat(found.isGoodFor(list("members"), signed.headers())).isTrue();
        assertThat(found.isGoodFor(list("strategy"), signed.headers())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cc: strategy@lists.example",
                "To: strategy@lists.example",
                "Subject: Now to all",
                "Message-ID: <new@evil.example>"
            })
    void fieldAddedOnTheWayLoosensTheSignature(String added) {
        proof.publishesKeys("harbour.example");
        String signed = added + "\r\n" + text(ProofUnderTest.signed(plain(), RELAXED, ALL_THAT_TELLS));
        Message sentOn = Message.parse(signed.getBytes(StandardCharsets.UTF_8));
        SenderProof found = check(sentOn, elsewhere());
        assertThat(found.by()).isEqualTo(By.LOOSE_SIGNATURE);
        assertThat(found.isGoodFor(list("strategy"), sentOn.headers())).isFalse();
        assertThat(found.isGoodFor(list("members"), sentOn.headers())).isFalse();
    }

    @Test
    void signatureThatCoversTooLittleIsLoose() {
        proof.publishesKeys("harbour.example");
        assertThat(check(ProofUnderTest.signed(plain(), RELAXED, List.of("from", "subject")), elsewhere())
                        .by())
                .isEqualTo(By.LOOSE_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: alice@harbour.example, eve@evil.example",
                "From: eve@evil.example, alice@harbour.example",
                "From: <alice@harbour.example> <eve@evil.example>",
                "From: alice@harbour.example <eve@evil.example>",
                "From: eve@evil.example <alice@harbour.example>",
                "From: \"alice@harbour.example\" <eve@evil.example>",
                "From: =?utf-8?q?alice=40harbour=2Eexample?= <eve@evil.example>",
                "From: Friends: alice@harbour.example, eve@evil.example;",
                "From: undisclosed:;",
                "From: alice@harbour.example\r\nFrom: eve@evil.example",
                "From: eve@evil.example\r\nFROM : alice@harbour.example",
                "From: alice@harbour.example\r\n\t, eve@evil.example",
                "From: alice@harbour.example (eve@evil.example)",
                "From: alice\u200b@harbour.example",
                "From: alice@h\u0430rbour.example",
                "From: alice@harbour.example.evil.example",
                "From: alice@[192.0.2.5]",
                "Sender: alice@harbour.example",
                "Sender: alice@harbour.example\r\nFrom: eve@evil.example",
                "X: y"
            })
    void tricksWithFromProveNothingForTheMember(String fields) {
        proof.publishesKeys("harbour.example");
        proof.names.txt("harbour.example", "v=spf1 ip4:192.0.2.5 -all");
        Message mail = message(fields, "To: members@lists.example", "Message-ID: <1@x.example>", "", "Hello.");
        assertThat(check(
                                ProofUnderTest.signed(mail, RELAXED, List.of("from", "to", "message-id")),
                                from("192.0.2.5", "alice@harbour.example"))
                        .by())
                .isEqualTo(By.NOTHING);
    }

    @Test
    void foldedFromOfAMemberIsStillTheMembers() {
        proof.names.txt("harbour.example", "v=spf1 ip4:192.0.2.5 -all");
        Message mail =
                message("From: =?utf-8?q?Alice?=\r\n =?utf-8?q?_Chan?=\r\n\t<alice@harbour.example>", "", "Hello.");
        assertThat(check(mail, from("192.0.2.5", "alice@harbour.example")).by()).isEqualTo(By.SERVER);
    }

    @Test
    void nameServersInTroubleAreNoOpenDoorAndNoRefusal() {
        proof.names.ails("harbour.example");
        assertThatThrownBy(() -> check(plain(), from("192.0.2.5", "alice@harbour.example")))
                .isInstanceOf(DnsTroubleException.class);
        proof.names.ails("rsa._domainkey.harbour.example");
        assertThatThrownBy(() -> check(ProofUnderTest.signed(plain(), RELAXED, ALL_THAT_TELLS), elsewhere()))
                .isInstanceOf(DnsTroubleException.class);
    }

    @Test
    void signatureProvesWhileSpfCannotBeLookedUp() {
        proof.publishesKeys("harbour.example").names.ails("harbour.example");
        Message signed = ProofUnderTest.signed(plain(), RELAXED, ALL_THAT_TELLS);
        assertThat(check(signed, from("192.0.2.5", "alice@harbour.example")).by())
                .isEqualTo(By.SIGNATURE);
    }

    @Test
    void domainThatAsksForItHasItsForgeriesKnown() {
        proof.names.txt("_dmarc.harbour.example", "v=DMARC1; p=reject");
        assertThat(check(plain(), elsewhere())).isEqualTo(new SenderProof(By.NOTHING, true));
    }

    @Test
    void nothingIsLookedUpForDomainsThatAskForNothing() {
        assertThat(proof.checks.of(plain(), from("192.0.2.5", "alice@harbour.example"), false))
                .isEqualTo(SenderProof.NOT_CHECKED);
        assertThat(proof.names.asked()).containsOnly("TXT _dmarc.harbour.example");
    }

    @Test
    void manySignaturesCostFewLookUps() {
        proof.names.txt("_dmarc.harbour.example", "v=DMARC1; p=none");
        Message mail = plain();
        for (int i = 0; i < 20; i++) {
            mail = ProofUnderTest.signed(mail, RELAXED.replace("s=rsa", "s=s" + i), ALL_THAT_TELLS);
        }
        check(mail, elsewhere());
        assertThat(proof.names.asked())
                .filteredOn(it -> it.contains("_domainkey"))
                .hasSizeLessThanOrEqualTo(5);
    }

    private SenderProof check(Message message, Handover handover) {
        return proof.checks.of(message, handover, true);
    }

    private static Message plain() {
        return message(
                "From: alice@harbour.example",
                "To: members@lists.example",
                "Subject: Monday",
                "Message-ID: <monday@harbour.example>",
                "Date: Sun, 22 Nov 2026 08:00:00 +0700",
                "",
                "See you on Monday.");
    }

    private static Handover from(String client, String sender) {
        return new Handover(ip(client), "mx.harbour.example", Optional.of(new EmailAddress(sender)));
    }

    private static Handover elsewhere() {
        return from("198.51.100.7", "bounces@forwarder.example");
    }

    private static MailingList list(String name) {
        return TestPosts.list(ListSettings.of(ListAddress.of(name + "@lists.example")));
    }

    private static String text(Message message) {
        return new String(message.bytes(), StandardCharsets.UTF_8);
    }

    private static InetAddress ip(String text) {
        return Network.parse(text).address();
    }
}
