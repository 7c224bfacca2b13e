package org.sampan.mailserver.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.delivery.LedgerUnderTest.personal;
import static org.sampan.mailserver.delivery.LedgerUnderTest.reader;
import static org.sampan.mailserver.delivery.LedgerUnderTest.uniform;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.delivery.RecipientStatus.Status;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.VerpAddress;
import org.sampan.mailserver.membership.Subscription.State;
import org.sampan.mailserver.post.PostId;

/** What every {@link Deliveries} and {@link DeliveryBatches} promise. */
interface DeliveriesContract {
    NodeName NODE = new NodeName("harbour", "1");
    NodeName OTHER = new NodeName("riverside", "1");

    LedgerUnderTest ledger();

    @Test
    default void fanOutReachesEveryActiveSubscriberInBatches() {
        MailingList list = ledger().listOf(1201);
        ledger().members().change(list, reader(7), State.SUSPENDED);
        PostId post = ledger().fanOut(list, personal());
        assertThat(ledger().progress(post).recipients()).isEqualTo(1200);
        List<DeliveryBatch> batches = ledger().batches().claim(NODE, 10);
        assertThat(batches).extracting(DeliveryBatch::open).containsExactly(500, 500, 200);
    }

    @Test
    default void secondFanOutOfAPostChangesNothing() {
        MailingList list = ledger().listOf(3);
        PostId post = ledger().fanOut(list, personal());
        ledger().deliveries().fanOut(list, post, personal());
        assertThat(ledger().batches().claim(NODE, 10)).hasSize(1);
        assertThat(ledger().progress(post).recipients()).isEqualTo(3);
    }

    @Test
    default void postsSinceTheLastPersonalOneAreCounted() {
        MailingList list = ledger().listOf(1);
        assertThat(ledger().deliveries().sinceLastPersonal(list)).isZero();
        ledger().fanOut(list, uniform());
        ledger().fanOut(list, uniform());
        assertThat(ledger().deliveries().sinceLastPersonal(list)).isEqualTo(2);
        ledger().fanOut(list, personal());
        ledger().fanOut(list, uniform());
        assertThat(ledger().deliveries().sinceLastPersonal(list)).isEqualTo(1);
    }

    @Test
    default void postToAnEmptyListIsFinishedAtOnce() {
        PostId post = ledger().fanOut(ledger().listOf(0), personal());
        assertThat(ledger().isFinished(post)).isTrue();
    }

    @Test
    default void shortDeliveriesGoBeforeTheRestOfLongOnes() {
        MailingList list = ledger().listOf(1500);
        ledger().fanOut(list, personal());
        PostId post = ledger().fanOut(list, personal());
        ledger().deliveries().send(new EmailAddress("bob@riverside.example"), Optional.empty(), uniform());
        List<DeliveryBatch> first = ledger().batches().claim(NODE, 3);
        assertThat(first).extracting(DeliveryBatch::open).containsExactly(500, 500, 1);
        assertThat(ledger().progress(post).startedAt()).isNotNull();
    }

    @Test
    default void claimedBatchIsNobodyElsesUntilItsLeaseRunsOut() {
        ledger().fanOut(ledger().listOf(10), personal());
        assertThat(ledger().batches().claim(NODE, 10)).hasSize(1);
        assertThat(ledger().batches().claim(OTHER, 10)).isEmpty();
        ledger().letLeasesRunOut();
        List<DeliveryBatch> taken = ledger().batches().claim(OTHER, 10);
        assertThat(taken).hasSize(1);
        assertThat(ledger().batches().renew(NODE, List.of(taken.get(0).id())))
                .containsExactly(taken.get(0).id());
        assertThat(ledger().batches().renew(OTHER, List.of(taken.get(0).id()))).isEmpty();
    }

    @Test
    default void outcomesAreCountedOnceHoweverOftenTheyAreTold() {
        PostId post = ledger().fanOut(ledger().listOf(4), personal());
        DeliveryBatch batch = ledger().batches().claim(NODE, 1).get(0);
        List<CopyOutcome> told = List.of(
                outcome(batch, 0, Outcome.SENT, ""),
                outcome(batch, 1, Outcome.FAILED, "550 5.1.1 unknown user"),
                outcome(batch, 2, Outcome.LEFT, ""));
        ledger().batches().record(NODE, told);
        ledger().batches().record(OTHER, told);
        DeliveryProgress progress = ledger().progress(post);
        assertThat(List.of(progress.sent(), progress.failed(), progress.left())).containsExactly(1L, 1L, 1L);
        assertThat(progress.finishedAt()).isNull();

        ledger().batches().record(NODE, List.of(outcome(batch, 3, Outcome.SENT, "")));
        assertThat(ledger().isFinished(post)).isTrue();
        assertThat(ledger().batches().message(batch.delivery())).isEmpty();
    }

    @Test
    default void deferredCopyComesBackWhenItsTimeHasCome() {
        PostId post = ledger().fanOut(ledger().listOf(1), personal());
        DeliveryBatch batch = ledger().batches().claim(NODE, 1).get(0);
        ledger().batches().record(NODE, List.of(deferred(batch, "451 4.7.1 greylisted")));
        assertThat(ledger().batches().claimRetries(NODE, 10)).isEmpty();
        assertThat(ledger().deliveries().status(post, reader(0))).hasValueSatisfying(it -> {
            assertThat(it.status()).isEqualTo(Status.DEFERRED);
            assertThat(it.lastReply()).isEqualTo("451 4.7.1 greylisted");
            assertThat(it.nextAttemptAt()).isNotNull();
        });

        ledger().letTimeGoBy();
        DueRetry retry = ledger().batches().claimRetries(NODE, 10).get(0);
        assertThat(retry.attempts()).isEqualTo(1);
        assertThat(ledger().batches().claimRetries(OTHER, 10)).isEmpty();
        ledger().batches()
                .record(
                        NODE,
                        List.of(new CopyOutcome(
                                retry.delivery(), 0, 0, retry.person(), "", Outcome.SENT, 2, "", null)));
        DeliveryProgress progress = ledger().progress(post);
        assertThat(List.of(progress.sent(), progress.deferred())).containsExactly(1L, 0L);
        assertThat(progress.finishedAt()).isNotNull();
        assertThat(ledger().deliveries().status(post, reader(0)))
                .hasValueSatisfying(it -> assertThat(it.attempts()).isEqualTo(2));
    }

    @Test
    default void retryOfADeadNodeIsTakenUpByAnother() {
        ledger().fanOut(ledger().listOf(1), personal());
        DeliveryBatch batch = ledger().batches().claim(NODE, 1).get(0);
        ledger().batches().record(NODE, List.of(deferred(batch, "451 later")));
        ledger().letTimeGoBy();
        assertThat(ledger().batches().claimRetries(NODE, 10)).hasSize(1);
        ledger().letLeasesRunOut();
        assertThat(ledger().batches().claimRetries(OTHER, 10)).hasSize(1);
    }

    @Test
    default void renewedRetryStaysOurs() {
        ledger().fanOut(ledger().listOf(1), personal());
        DeliveryBatch batch = ledger().batches().claim(NODE, 1).get(0);
        ledger().batches().record(NODE, List.of(deferred(batch, "451 later")));
        ledger().letTimeGoBy();
        List<DueRetry> claimed = ledger().batches().claimRetries(NODE, 10);
        ledger().letLeasesRunOut();
        assertThat(ledger().batches().renewRetries(NODE, claimed)).isEmpty();
        assertThat(ledger().batches().claimRetries(OTHER, 10)).isEmpty();
        ledger().letLeasesRunOut();
        assertThat(ledger().batches().claimRetries(OTHER, 10)).isEqualTo(claimed);
        assertThat(ledger().batches().renewRetries(NODE, claimed)).isEqualTo(claimed);
    }

    @Test
    default void statusIsPendingUntilTheCopyWentAndEmptyForStrangers() {
        PostId post = ledger().fanOut(ledger().listOf(1), personal());
        assertThat(ledger().deliveries().status(post, reader(0)))
                .contains(new RecipientStatus(Status.PENDING, 0, "", null));
        assertThat(ledger().deliveries().status(post, reader(1))).isEmpty();
        DeliveryBatch batch = ledger().batches().claim(NODE, 1).get(0);
        ledger().batches().record(NODE, List.of(outcome(batch, 0, Outcome.SENT, "")));
        assertThat(ledger().deliveries().status(post, reader(0)))
                .contains(new RecipientStatus(Status.SENT, 1, "", null));
    }

    @Test
    default void bounceFindsOutWhatItIsAbout() {
        MailingList list = ledger().listOf(1);
        PostId post = ledger().fanOut(list, personal());
        DeliveryBatch batch = ledger().batches().claim(NODE, 1).get(0);
        assertThat(ledger().deliveries().find(new VerpAddress(batch.delivery(), batch.recipients()[0])))
                .contains(new Deliveries.DeliveredCopy(Optional.of(post), Optional.of(list.id()), reader(0)));
        assertThat(ledger().deliveries().find(new VerpAddress(batch.delivery() + 1, batch.recipients()[0])))
                .isEmpty();
    }

    @Test
    default void whoGotWhatIsForgottenAfterALongTimeButNotHowMany() {
        PostId post = ledger().fanOut(ledger().listOf(2), personal());
        DeliveryBatch batch = ledger().batches().claim(NODE, 1).get(0);
        ledger().batches()
                .record(
                        NODE,
                        List.of(outcome(batch, 0, Outcome.SENT, ""), outcome(batch, 1, Outcome.FAILED, "550 no")));
        assertThat(ledger().deliveries().forget(Duration.ofDays(180))).isZero();
        ledger().letYearsGoBy();
        assertThat(ledger().deliveries().forget(Duration.ofDays(180))).isEqualTo(1);
        assertThat(ledger().deliveries().status(post, reader(0))).isEmpty();
        assertThat(ledger().progress(post).sent()).isEqualTo(1);
        assertThat(ledger().deliveries().forget(Duration.ofDays(180))).isZero();
    }

    private static CopyOutcome outcome(DeliveryBatch batch, int index, Outcome outcome, String reply) {
        return new CopyOutcome(
                batch.delivery(),
                batch.id(),
                index,
                batch.recipients()[index],
                "domain.example",
                outcome,
                1,
                reply,
                null);
    }

    private static CopyOutcome deferred(DeliveryBatch batch, String reply) {
        return new CopyOutcome(
                batch.delivery(),
                batch.id(),
                0,
                batch.recipients()[0],
                "domain0.example",
                Outcome.DEFERRED,
                1,
                reply,
                Instant.now().plusSeconds(60));
    }
}
