package org.sampan.mailserver.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.transform.TransformUnderTest.received;
import static org.sampan.mailserver.transform.TransformUnderTest.sent;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sampan.mailserver.domain.DmarcPolicy;
import org.sampan.mailserver.domain.DmarcPolicy.Wish;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.TransformSettings;
import org.sampan.mailserver.mailinglist.TransformSettings.FromRewriting;
import org.sampan.mailserver.post.EncodedWords;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.TestPosts;

class NameSenderTest {
    private static final ListSettings UNMODIFIED = TestPosts.MEMBERS.with(TransformSettings.UNMODIFIED, true);
    private static final Message SIGNED = received("dkim-signed");
    private static final Message UNSIGNED = received("plain-ascii");

    @ParameterizedTest
    @EnumSource(
            value = Wish.class,
            names = {"QUARANTINE", "REJECT", "UNKNOWN"})
    void postWhoseAuthorsDomainHasItRefusedComesFromTheList(Wish wish) {
        Message sent = sent(SIGNED, TestPosts.MEMBERS, domain -> policy(wish, false));
        assertThat(sent.headers().first("From").map(HeaderField::text))
                .contains("Sítha via Members <members@lists.example>");
        assertThat(sent.headers().value("Reply-To")).contains("sitha@mail.strict.or.th");
        assertThat(sent.headers().has("DKIM-Signature")).isFalse();
        assertThat(sent.headers().has("ARC-Seal")).isFalse();
        assertThat(sent.headers().has("Sender")).isFalse();
    }

    @Test
    void nameOfAnAuthorCannotTurnRoundThatOfTheList() {
        Message turning = UNSIGNED.with(UNSIGNED.headers()
                .replace(HeaderField.of("From", EncodedWords.phrase("\u202eahtiS") + " <sitha@mail.strict.or.th>")));
        Message sent = sent(turning, TestPosts.MEMBERS, domain -> policy(Wish.REJECT, false));
        assertThat(sent.headers().first("From").map(HeaderField::text))
                .contains("ahtiS via Members <members@lists.example>");
    }

    @Test
    void postOfADomainThatAsksForNothingKeepsItsAuthorAndItsSignatures() {
        Message sent = sent(SIGNED, TestPosts.MEMBERS, domain -> DmarcPolicy.NONE);
        assertThat(sent.headers().value("From")).contains("sitha@mail.strict.or.th");
        assertThat(sent.headers().has("DKIM-Signature")).isTrue();
        assertThat(sent.headers().has("ARC-Seal")).isTrue();
        assertThat(sent.headers().has("Reply-To")).isFalse();
    }

    @Test
    void signatureThatStillHoldsIsProofEnough() {
        Message sent = sent(SIGNED, UNMODIFIED, domain -> policy(Wish.REJECT, false));
        assertThat(sent.headers().value("From")).contains("sitha@mail.strict.or.th");
        assertThat(sent.headers().has("DKIM-Signature")).isTrue();
    }

    @Test
    void signatureOfAnotherNameInTheOrganisationIsNoneWhereTheDomainIsStrict() {
        Message sent = sent(SIGNED, UNMODIFIED, domain -> policy(Wish.REJECT, true));
        assertThat(sent.headers().value("From")).contains("members@lists.example");
    }

    @Test
    void signatureOverAFieldThatTheListAddsHoldsNoMore() {
        Message oversigned = SIGNED.with(SIGNED.headers()
                .replace(HeaderField.of(
                        "DKIM-Signature", "v=1; d=strict.or.th; s=mail; h=from:list-unsubscribe; bh=x; b=x")));
        Message sent = sent(oversigned, UNMODIFIED, domain -> policy(Wish.REJECT, false));
        assertThat(sent.headers().value("From")).contains("members@lists.example");
    }

    @Test
    void postWithoutAnySignatureComesFromTheListAlsoWhenUnmodified() {
        Message sent = sent(UNSIGNED, UNMODIFIED, domain -> policy(Wish.REJECT, false));
        assertThat(sent.headers().value("From")).contains("members@lists.example");
        assertThat(sent.body()).isEqualTo(UNSIGNED.body());
    }

    @Test
    void ownersMayForbidOrDemandIt() {
        ListSettings never = TestPosts.MEMBERS.with(TransformSettings.REWRITE_FROM, FromRewriting.NEVER);
        ListSettings always = TestPosts.MEMBERS.with(TransformSettings.REWRITE_FROM, FromRewriting.ALWAYS);
        List<String> asked = new CopyOnWriteArrayList<>();
        Message kept = sent(SIGNED, never, domain -> {
            asked.add(domain);
            return policy(Wish.REJECT, false);
        });
        assertThat(kept.headers().value("From")).contains("sitha@mail.strict.or.th");
        assertThat(asked).isEmpty();
        assertThat(sent(SIGNED, always, domain -> DmarcPolicy.NONE).headers().value("From"))
                .contains("members@lists.example");
    }

    @Test
    void replyToOfTheAuthorIsTheOneThatStays() {
        Message own = UNSIGNED.with(UNSIGNED.headers().plus("Reply-To", "Office <office@harbour.example>"));
        Message sent = sent(own, TestPosts.MEMBERS, domain -> policy(Wish.REJECT, false));
        assertThat(sent.headers().value("Reply-To")).isEqualTo("Office <office@harbour.example>");
    }

    private static DmarcPolicy policy(Wish wish, boolean strict) {
        return wish == Wish.UNKNOWN ? DmarcPolicy.UNKNOWN : new DmarcPolicy(wish, strict, false);
    }
}
