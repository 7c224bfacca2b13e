package org.sampan.mailserver.moderate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.post.TestPosts.message;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.mailserver.notice.RejectReason;
import org.sampan.mailserver.post.Message;

class ModeratorAnswerTest {
    private static final String TOKEN = "3f-2k9q0w7x1c4v5b6n";

    @ParameterizedTest
    @CsvSource({"approve, APPROVED", "Accept, ACCEPTED", "REJECT, REJECTED", "discard, DISCARDED"})
    void addressAloneDecides(String word, Decision.Kind kind) {
        ModeratorAnswer answer = ModeratorAnswer.of(word + "-" + TOKEN, mail(""));
        assertThat(answer).isEqualTo(new ModeratorAnswer(TOKEN, Optional.of(kind), ""));
    }

    @Test
    void firstWordOfAReplyDecidesAndTheRestIsForTheAuthor() {
        ModeratorAnswer answer = ModeratorAnswer.of(
                TOKEN,
                mail(
                        "Reject: please shorten it,",
                        "and send it again.",
                        "",
                        "On Sunday the list wrote:",
                        "> A post waits",
                        "> approve it?",
                        "-- ",
                        "Kanya"));
        assertThat(answer.kind()).contains(Decision.Kind.REJECTED);
        assertThat(answer.words()).isEqualTo("please shorten it,\nand send it again.");
    }

    @Test
    void wordsBeforeAQuoteAreTheReasonWhereTheAddressRejects() {
        assertThat(ModeratorAnswer.of("reject-" + TOKEN, mail("Not for this list.", "", "> A post waits"))
                        .words())
                .isEqualTo("Not for this list.");
    }

    @Test
    void quotedOrUnknownWordsDecideNothing() {
        assertThat(ModeratorAnswer.of(TOKEN, mail("> approve", "Thank you, I will look."))
                        .kind())
                .isEmpty();
        assertThat(ModeratorAnswer.of(TOKEN, mail("")).kind()).isEmpty();
        assertThat(ModeratorAnswer.of(TOKEN, mail("approved already?")).kind()).isEmpty();
    }

    @Test
    void htmlOnlyAnswerIsUnderstood() {
        Message html = message(
                "From: kanya@mekong-network.example", "Content-Type: text/html", "", "<div>approve</div><p>Thanks</p>");
        assertThat(ModeratorAnswer.of(TOKEN, html).kind()).contains(Decision.Kind.APPROVED);
    }

    @Test
    void rejectionKeepsItsReasonAndItsWords() {
        for (Rejection each : new Rejection[] {
            new Rejection(Optional.of(RejectReason.OFF_TOPIC), "See the rules: no jobs."),
            new Rejection(Optional.of(RejectReason.TOO_LARGE), ""),
            new Rejection(Optional.empty(), "tomorrow: perhaps"),
            Rejection.NONE
        }) {
            assertThat(Rejection.parse(each.stored())).isEqualTo(each);
        }
    }

    private static Message mail(String... lines) {
        String[] all = new String[lines.length + 3];
        all[0] = "From: kanya@mekong-network.example";
        all[1] = "Subject: Re: To decide: Monday";
        all[2] = "";
        System.arraycopy(lines, 0, all, 3, lines.length);
        return message(all);
    }
}
