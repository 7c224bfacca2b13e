package org.sampan.digest.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.statement.StatementsContract.MEMBERS;
import static org.sampan.digest.statement.StatementsContract.NEWS;
import static org.sampan.digest.statement.StatementsContract.NOON;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.mailserver.PostId;
import org.sampan.digest.statement.Handover.Step;

interface HandoversContract {
    PostId POST = new PostId("b7n4qk2zr5tx6wpa3mde");

    /** Empty. */
    Statements statements();

    /** Of the same database, not emptied. */
    Handovers handovers();

    private static void begin(Statements statements, MailId mail) {
        statements.begin(
                statements.find(mail.statement()).orElseThrow().latest().begun(NOON));
    }

    private MailId sending() {
        Statements statements = statements();
        MailId mail = statements
                .add(StatementsContract.content(), Optional.empty(), "alice", NOON)
                .latest()
                .id()
                .mail();
        begin(statements, mail);
        return mail;
    }

    @Test
    default void listsWaitInTheirOrder() {
        MailId mail = sending();

        assertThat(handovers().of(mail))
                .extracting(Handover::to)
                .isEqualTo(StatementsContract.content().destinations());
        assertThat(handovers().of(mail)).allMatch(Handover::isWaiting);
        assertThat(handovers().of(mail.statement())).containsOnlyKeys(mail);
    }

    @Test
    default void takenAndRefusedListsAreDone() {
        MailId mail = sending();

        handovers().markTaken(mail, MEMBERS, NOON);
        handovers().markRefused(mail, NEWS, "552 too large");

        assertThat(handovers().waiting()).isEmpty();
        assertThat(handovers().of(mail)).extracting(Handover::step).containsExactly(Step.TAKEN, Step.REFUSED);
        assertThat(handovers().of(mail)).extracting(Handover::wasTaken).containsExactly(true, false);
        assertThat(handovers().of(mail).get(1).reason()).isEqualTo("552 too large");
        handovers().markRefused(mail, MEMBERS, "too late");
        assertThat(handovers().of(mail).get(0).step()).isEqualTo(Step.TAKEN);
    }

    @Test
    default void postIsRemembered() {
        MailId mail = sending();

        handovers().markPost(mail, MEMBERS, POST);

        assertThat(handovers().of(mail))
                .extracting(Handover::post)
                .containsExactly(Optional.of(POST), Optional.empty());
    }

    @Test
    default void whatWaitsIsStoppedAndWhatWasTakenIsToBeStopped() {
        MailId mail = sending();
        handovers().markTaken(mail, MEMBERS, NOON);

        handovers().stop(mail);

        assertThat(handovers().of(mail)).extracting(Handover::step).containsExactly(Step.STOPPING, Step.STOPPED);
        assertThat(handovers().waiting()).isEmpty();
        assertThat(handovers().stopping()).containsExactly(mail);
        handovers().markStopped(mail, MEMBERS, false);
        assertThat(handovers().of(mail).get(0).step()).isEqualTo(Step.TOO_LATE);
        assertThat(handovers().stopping()).isEmpty();
    }

    /** The mail server had it, and the note of that came after somebody stopped it. */
    @Test
    default void whatWasTakenWhileItWasStoppedIsToBeStoppedToo() {
        MailId mail = sending();
        handovers().stop(mail);

        handovers().markTaken(mail, NEWS, NOON);

        assertThat(handovers().of(mail)).extracting(Handover::step).containsExactly(Step.STOPPED, Step.STOPPING);
        handovers().markStopped(mail, NEWS, true);
        assertThat(handovers().of(mail)).extracting(Handover::step).containsExactly(Step.STOPPED, Step.STOPPED);
    }
}
