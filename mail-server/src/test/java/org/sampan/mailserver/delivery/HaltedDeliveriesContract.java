package org.sampan.mailserver.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sampan.mailserver.delivery.LedgerUnderTest.personal;
import static org.sampan.mailserver.delivery.LedgerUnderTest.reader;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.delivery.DeliveryProgress.State;
import org.sampan.mailserver.delivery.RecipientStatus.Status;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.PostId;

/** What every {@link HaltedDeliveries} promises. */
interface HaltedDeliveriesContract {
    NodeName NODE = new NodeName("harbour", "1");
    String KANYA = "kanya@mekong-network.example";

    LedgerUnderTest ledger();

    HaltedDeliveries halted();

    @Test
    default void pausedSendIsClaimedByNobodyUntilItIsResumed() {
        PostId post = ledger().fanOut(ledger().listOf(3), personal());
        assertThat(halted().pause(post, KANYA)).isTrue();
        assertThat(halted().pause(post, KANYA)).isFalse();
        assertThat(ledger().batches().claim(NODE, 10)).isEmpty();
        assertThat(halted().now()).hasSize(1);
        assertThat(ledger().progress(post).state()).isEqualTo(State.PAUSED);
        assertThat(ledger().progress(post).halt())
                .hasValueSatisfying(it -> assertThat(it.by()).isEqualTo(KANYA));
        assertThat(halted().resume(post)).isTrue();
        assertThat(halted().resume(post)).isFalse();
        assertThat(halted().now()).isEmpty();
        assertThat(ledger().progress(post).halt()).isEmpty();
        assertThat(ledger().batches().claim(NODE, 10)).hasSize(1);
    }

    @Test
    default void whatIsGivenBackCanBeClaimedAgainByAnother() {
        PostId post = ledger().fanOut(ledger().listOf(2), personal());
        DeliveryBatch batch = claim();
        record(outcome(batch, 0, Outcome.DEFERRED));
        ledger().letTimeGoBy();
        List<DueRetry> retries = ledger().batches().claimRetries(NODE, 10);
        ledger().batches().giveBack(new NodeName("riverside", "1"), List.of(batch.id()), retries);
        NodeName other = new NodeName("riverside", "2");
        assertThat(ledger().batches().claim(other, 1)).isEmpty();
        ledger().batches().giveBack(NODE, List.of(batch.id()), retries);
        assertThat(ledger().batches().claim(other, 1)).hasSize(1);
        assertThat(ledger().batches().claimRetries(other, 1)).hasSize(1);
        assertThat(ledger().progress(post).deferred()).isEqualTo(1);
    }

    @Test
    default void cancelledCopiesAreCountedAsSuch() {
        PostId post = ledger().fanOut(ledger().listOf(700), personal());
        DeliveryBatch batch = claim();
        record(outcome(batch, 0, Outcome.SENT), outcome(batch, 1, Outcome.FAILED), outcome(batch, 2, Outcome.DEFERRED));
        assertThat(halted().cancel(post, KANYA)).isTrue();
        assertThat(halted().cancel(post, KANYA)).isFalse();
        assertThat(halted().resume(post)).isFalse();
        DeliveryProgress progress = ledger().progress(post);
        assertThat(progress.state()).isEqualTo(State.CANCELLED);
        assertThat(progress.finishedAt()).isNotNull();
        assertThat(List.of(progress.sent(), progress.failed(), progress.deferred(), progress.cancelled()))
                .containsExactly(1L, 1L, 0L, 698L);
        assertThat(progress.open()).isZero();
        assertThat(status(post, 2)).isEqualTo(Status.CANCELLED);
        assertThat(status(post, 699)).isEqualTo(Status.CANCELLED);
        ledger().letTimeGoBy();
        ledger().letLeasesRunOut();
        assertThat(ledger().batches().claim(NODE, 10)).isEmpty();
        assertThat(ledger().batches().claimRetries(NODE, 10)).isEmpty();
        assertThat(ledger().batches().message(batch.delivery())).isEmpty();
    }

    @Test
    default void copyThatWasUnderWayIsCountedAsWhatBecameOfIt() {
        PostId post = ledger().fanOut(ledger().listOf(5), personal());
        DeliveryBatch batch = claim();
        record(outcome(batch, 4, Outcome.DEFERRED));
        ledger().letTimeGoBy();
        DueRetry retry = ledger().batches().claimRetries(NODE, 1).get(0);
        assertThat(halted().cancel(post, KANYA)).isTrue();
        List<CopyOutcome> late = List.of(
                outcome(batch, 0, Outcome.SENT),
                outcome(batch, 1, Outcome.FAILED),
                outcome(batch, 2, Outcome.DEFERRED),
                outcome(batch, 3, Outcome.LEFT),
                new CopyOutcome(retry.delivery(), 0, 0, retry.person(), "domain0.example", Outcome.SENT, 2, "", null));
        ledger().batches().record(NODE, late);
        ledger().batches().record(NODE, late);
        DeliveryProgress progress = ledger().progress(post);
        assertThat(List.of(progress.sent(), progress.failed(), progress.deferred(), progress.cancelled()))
                .containsExactly(2L, 1L, 0L, 2L);
        assertThat(progress.state()).isEqualTo(State.CANCELLED);
        assertThat(status(post, 0)).isEqualTo(Status.SENT);
        assertThat(status(post, 1)).isEqualTo(Status.FAILED);
        assertThat(status(post, 2)).isEqualTo(Status.CANCELLED);
        assertThat(status(post, 4)).isEqualTo(Status.SENT);
    }

    @Test
    default void finishedSendIsNotHalted() {
        PostId post = ledger().fanOut(ledger().listOf(0), personal());
        assertThat(halted().pause(post, KANYA)).isFalse();
        assertThat(halted().cancel(post, KANYA)).isFalse();
        assertThat(halted().cancel(ledger().newPost(ledger().listOf(0)), KANYA)).isFalse();
        assertThatThrownBy(() -> halted().pause(post, "a\nb")).hasMessageContaining("by: ");
    }

    @Test
    default void cancelledSendIsForgottenAfterAWhileAndItsCountsStay() {
        PostId post = ledger().fanOut(ledger().listOf(3), personal());
        halted().cancel(post, KANYA);
        assertThat(ledger().progress(post).recipientsKept()).isTrue();
        ledger().letYearsGoBy();
        assertThat(ledger().deliveries().forget(Duration.ofDays(180))).isEqualTo(1);
        assertThat(ledger().progress(post).cancelled()).isEqualTo(3);
        assertThat(ledger().progress(post).recipientsKept()).isFalse();
        assertThat(ledger().deliveries().status(post, reader(1))).isEmpty();
    }

    @Test
    default void fifthRefusedAfterTwoHundredPausesTheSendUntilAPersonLetsItGoOn() {
        PostId post = ledger().fanOut(ledger().listOf(1000), personal());
        DeliveryBatch batch = claim();
        record(outcomes(batch, 0, 159, Outcome.SENT));
        record(outcomes(batch, 159, 199, Outcome.FAILED));
        assertThat(ledger().progress(post).state()).isEqualTo(State.SENDING);
        record(outcome(batch, 199, Outcome.FAILED));
        DeliveryProgress paused = ledger().progress(post);
        assertThat(paused.state()).isEqualTo(State.PAUSED);
        assertThat(paused.halt()).hasValueSatisfying(it -> assertThat(it.by()).isEmpty());
        assertThat(paused.pace().perSecond()).isZero();
        assertThatThrownBy(() -> halted().tellOfOne(send -> {
                    throw new IllegalStateException("no mail today");
                }))
                .hasMessageContaining("no mail today");
        List<PostId> told = new ArrayList<>();
        assertThat(halted().tellOfOne(send -> {
                    told.add(send.post());
                    assertThat(CompletableFuture.supplyAsync(
                                            () -> halted().tellOfOne(sameAgain -> told.add(sameAgain.post())))
                                    .join())
                            .isFalse();
                    assertThat(halted().find(send.delivery())).contains(send);
                }))
                .isTrue();
        assertThat(halted().tellOfOne(send -> told.add(send.post()))).isFalse();
        assertThat(told).containsExactly(post);
        halted().resume(post);
        record(outcomes(batch, 200, 400, Outcome.FAILED));
        assertThat(ledger().progress(post).state()).isEqualTo(State.SENDING);
    }

    @Test
    default void fewerRefusalsPauseNothing() {
        PostId post = ledger().fanOut(ledger().listOf(1000), personal());
        DeliveryBatch batch = claim();
        record(outcomes(batch, 0, 400, Outcome.DEFERRED));
        record(outcomes(batch, 400, 499, Outcome.FAILED));
        assertThat(ledger().progress(post).state()).isEqualTo(State.SENDING);
        assertThat(halted().tellOfOne(send -> {})).isFalse();
    }

    @Test
    default void sendOfWhichNothingIsLeftNeedNotPause() {
        PostId post = ledger().fanOut(ledger().listOf(300), personal());
        DeliveryBatch batch = claim();
        List<CopyOutcome> all = new ArrayList<>(outcomes(batch, 0, 1, Outcome.DEFERRED));
        all.addAll(outcomes(batch, 1, 300, Outcome.FAILED));
        record(all);
        assertThat(ledger().progress(post).state()).isEqualTo(State.RETRYING);
    }

    @Test
    default void paceIsThatOfTheLastSecondsAndTellsTheTimeLeft() {
        PostId post = ledger().fanOut(ledger().listOf(400), personal());
        DeliveryBatch batch = claim();
        record(outcomes(batch, 0, 100, Outcome.SENT));
        agoStarted("20 seconds");
        assertThat(ledger().progress(post).pace().perSecond()).isBetween(4.0, 5.1);
        record(outcomes(batch, 100, 200, Outcome.SENT));
        DeliveryProgress progress = ledger().progress(post);
        assertThat(progress.state()).isEqualTo(State.SENDING);
        assertThat(progress.open()).isEqualTo(200);
        assertThat(progress.secondsLeft())
                .contains((long) Math.ceil(200 / progress.pace().perSecond()));
        record(outcomes(batch, 200, 399, Outcome.SENT));
        record(outcome(batch, 399, Outcome.DEFERRED));
        DeliveryProgress offered = ledger().progress(post);
        assertThat(offered.state()).isEqualTo(State.RETRYING);
        assertThat(offered.secondsLeft()).isEmpty();
        assertThat(offered.pace().perSecond()).isBetween(15.0, 20.1);
        assertThat(offered.pace().nextAttemptAt()).isNotNull();
    }

    @Test
    default void noticeIsNeverHalted() {
        ledger().listOf(0);
        ledger().deliveries().send(new EmailAddress("bob@riverside.example"), Optional.empty(), personal());
        assertThat(ledger().batches().claim(NODE, 1)).hasSize(1);
        assertThat(halted().now()).isEmpty();
    }

    @Test
    default void allSendsArePausedAtOnceAndNoNotice() {
        PostId post = ledger().fanOut(ledger().listOf(2), personal());
        ledger().deliveries().send(new EmailAddress("bob@riverside.example"), Optional.empty(), personal());

        assertThat(halted().pauseAll()).isEqualTo(1);

        assertThat(halted().pauseAll()).isZero();
        assertThat(ledger().progress(post).halt())
                .hasValueSatisfying(it -> assertThat(it.by()).isEqualTo("delivery.hold"));
        assertThat(ledger().batches().claim(NODE, 10)).hasSize(1);
        assertThat(halted().resume(post)).isTrue();
        assertThat(ledger().batches().claim(NODE, 10)).hasSize(1);
    }

    @Test
    default void reasonsAreToldTheCommonestFirst() {
        MailingList list = ledger().listOf(6);
        PostId post = ledger().fanOut(list, personal());
        DeliveryBatch batch = claim();
        record(
                outcome(batch, 0, Outcome.DEFERRED, "451 4.7.1 reader0: greylisted"),
                outcome(batch, 1, Outcome.DEFERRED, "451 4.7.1 reader1: greylisted"),
                outcome(batch, 2, Outcome.FAILED, "550 5.1.1 No such user"),
                outcome(batch, 3, Outcome.FAILED, "554 no"),
                outcome(batch, 4, Outcome.SENT, ""));
        assertThat(ledger().deliveries().reasons(post, 2))
                .containsExactly(
                        new CommonReason(Status.DEFERRED, "451 4.7.1", "451 4.7.1 reader0: greylisted", 2),
                        new CommonReason(Status.FAILED, "550 5.1.1", "550 5.1.1 No such user", 1));
        List<TroubledCopy> first = ledger().deliveries().troubled(post, Set.of(Status.DEFERRED, Status.FAILED), 0, 3);
        assertThat(first)
                .extracting(TroubledCopy::email)
                .containsExactly(
                        reader(0).written(), reader(1).written(), reader(2).written());
        assertThat(ledger().deliveries()
                        .troubled(post, Set.of(Status.FAILED), first.get(2).person(), 3))
                .extracting(it -> it.status().lastReply())
                .containsExactly("554 no");
    }

    private void agoStarted(String interval) {
        ledger().database()
                .jdbi()
                .useHandle(handle -> handle.execute("update delivery set started_at = now() - interval '" + interval
                        + "', pace_at = now() - interval '" + interval + "'"));
    }

    private DeliveryBatch claim() {
        return ledger().batches().claim(NODE, 1).get(0);
    }

    private Status status(PostId post, int reader) {
        return ledger().deliveries().status(post, reader(reader)).orElseThrow().status();
    }

    private void record(CopyOutcome... outcomes) {
        record(List.of(outcomes));
    }

    private void record(List<CopyOutcome> outcomes) {
        ledger().batches().record(NODE, outcomes);
    }

    private static List<CopyOutcome> outcomes(DeliveryBatch batch, int from, int to, Outcome outcome) {
        List<CopyOutcome> all = new ArrayList<>();
        for (int i = from; i < to; i++) {
            all.add(outcome(batch, i, outcome));
        }
        return all;
    }

    private static CopyOutcome outcome(DeliveryBatch batch, int index, Outcome outcome) {
        return outcome(batch, index, outcome, outcome == Outcome.SENT ? "" : "550 5.7.1 no");
    }

    private static CopyOutcome outcome(DeliveryBatch batch, int index, Outcome outcome, String reply) {
        return new CopyOutcome(
                batch.delivery(),
                batch.id(),
                index,
                batch.recipients()[index],
                "domain0.example",
                outcome,
                1,
                reply,
                outcome == Outcome.DEFERRED ? Instant.now().plusSeconds(60) : null);
    }
}
