package org.sampan.digest.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.markdown.Markdown;

interface StatementsContract {
    ListAddress MEMBERS = new ListAddress("members@lists.example");
    ListAddress NEWS = new ListAddress("mekong-news@lists.example");
    Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    Locale KHMER = Locale.forLanguageTag("km");
    Locale TRADITIONAL = Locale.forLanguageTag("zh-Hant");

    /** Empty. */
    Statements statements();

    /** Of the same database, not emptied. */
    Handovers handovers();

    static Content content() {
        Text original = new Text(Locale.ENGLISH, "Statement on the kilns", new Markdown("An **end** to fees."), "", "");
        return new Content(
                List.of(
                        original,
                        new Text(KHMER, "សេចក្តីថ្លែងការណ៍", new Markdown("បញ្ចប់ថ្លៃ"), "", "").madeFrom(original),
                        new Text(TRADITIONAL, "聲明", new Markdown("結束收費"), "", "")),
                List.of(new StatementFile("kilns.pdf", "application/pdf", Optional.of(KHMER), 8, "ab".repeat(32))),
                List.of(new Contact(KHMER, "សុខា", "+855 12 345 678", "sokha@village.example")),
                List.of("Harbour Workers' Union", "Village Network"),
                List.of(Destination.whole(MEMBERS), new Destination(NEWS, Optional.of(1), true)),
                Optional.of(new Embargo(LocalDateTime.of(2026, 12, 1, 9, 0), ZoneId.of("Asia/Bangkok"))));
    }

    static StatementVersion embargoed(Statements statements, Instant until) {
        Content content = content()
                .withEmbargo(
                        Optional.of(new Embargo(LocalDateTime.ofInstant(until, ZoneId.of("UTC")), ZoneId.of("UTC"))));
        StatementVersion version =
                statements.add(content, Optional.empty(), "alice", NOON).latest();
        assertThat(statements.change(version.in(State.EMBARGOED))).isTrue();
        return version;
    }

    @Test
    default void statementIsKeptWhole() {
        Statements statements = statements();

        Statement kept = statements.add(content(), Optional.empty(), "alice@harbour.example", NOON);

        assertThat(kept.latest().content()).isEqualTo(content());
        assertThat(kept.latest().content().fingerprint()).isEqualTo(content().fingerprint());
        assertThat(kept.latest().state()).isEqualTo(State.DRAFT);
        assertThat(kept.latest().changedBy()).isEqualTo("alice@harbour.example");
        assertThat(statements.find(kept.id())).contains(kept);
    }

    @Test
    default void sameStatementAgainIsTheFirstOne() {
        Statements statements = statements();
        Statement first = statements.add(content(), Optional.of("a name"), "alice", NOON);

        Statement again = statements.add(content(), Optional.of("a name"), "alice", NOON.plusSeconds(60));

        assertThat(again).isEqualTo(first);
        assertThat(statements.has("a name")).isTrue();
        assertThat(statements.has("another")).isFalse();
    }

    @Test
    default void ofTwoWhoChangeTheSameOnlyTheFasterDoes() {
        Statements statements = statements();
        StatementVersion read =
                statements.add(content(), Optional.empty(), "alice", NOON).latest();

        assertThat(statements.change(read.saying(content().without(KHMER), "bob", NOON)))
                .isTrue();
        assertThat(statements.change(read.in(State.WAITING))).isFalse();

        StatementVersion now =
                statements.find(read.id().statement()).orElseThrow().latest();
        assertThat(now.content().text(KHMER)).isEmpty();
        assertThat(now.changedBy()).isEqualTo("bob");
        assertThat(now.state()).isEqualTo(State.DRAFT);
    }

    @Test
    default void approvalAndRejectionAreKept() {
        Statements statements = statements();
        StatementVersion version =
                statements.add(content(), Optional.empty(), "alice", NOON).latest();
        statements.change(version.approved("bob", NOON));

        StatementVersion approved =
                statements.find(version.id().statement()).orElseThrow().latest();
        assertThat(approved.isApproved()).isTrue();
        statements.change(approved.rejected(new Rejection("carol", NOON, "the figure is wrong")));

        StatementVersion rejected =
                statements.find(version.id().statement()).orElseThrow().latest();
        assertThat(rejected.isApproved()).isFalse();
        assertThat(rejected.rejection()).contains(new Rejection("carol", NOON, "the figure is wrong"));
    }

    @Test
    default void embargoEndsWhenBothClocksSaySo() {
        Statements statements = statements();
        StatementVersion past = embargoed(statements, Instant.now().minusSeconds(60));
        StatementVersion future = embargoed(statements, Instant.now().plusSeconds(3_600));
        embargoedAndTakenBack(statements);

        assertThat(statements.due(Instant.now())).containsExactly(past.id());
        assertThat(statements.due(Instant.now().minusSeconds(3_600))).isEmpty();
        // A node whose clock is a day ahead lets nothing out early: the database's clock says no.
        assertThat(statements.due(Instant.now().plusSeconds(86_400))).doesNotContain(future.id());
    }

    private static void embargoedAndTakenBack(Statements statements) {
        StatementVersion version = embargoed(statements, Instant.now().minusSeconds(60));
        statements.change(
                statements.find(version.id().statement()).orElseThrow().latest().in(State.DRAFT));
    }

    @Test
    default void whatBeginsWaitsForItsListsAndIsBegunOnce() {
        Statements statements = statements();
        StatementVersion version =
                statements.add(content(), Optional.empty(), "alice", NOON).latest();

        assertThat(statements.begin(version.begun(NOON))).isTrue();
        assertThat(statements.begin(version.begun(NOON))).isFalse();

        assertThat(handovers().waiting()).containsExactly(version.id().mail());
        assertThat(statements.sending()).containsExactly(version.id());
        assertThat(statements
                        .find(version.id().statement())
                        .orElseThrow()
                        .latest()
                        .begunAt())
                .contains(NOON);
    }

    @Test
    default void versionFollowsTheLatestOnce() {
        Statements statements = statements();
        Statement statement = statements.add(content(), Optional.empty(), "alice", NOON);
        StatementVersion second = StatementVersion.draft(statement.latest().id().next(), content(), "bob", NOON);

        assertThat(statements.addVersion(second)).isTrue();
        assertThat(statements.addVersion(second)).isFalse();

        assertThat(statements.find(statement.id()).orElseThrow().versions())
                .extracting(it -> it.id().number())
                .containsExactly(1, 2);
    }

    @Test
    default void withdrawalIsKeptAndTakenBackUnlessAnybodyWasTold() {
        Statements statements = statements();
        StatementId quiet =
                statements.add(content(), Optional.empty(), "alice", NOON).id();
        StatementId told =
                statements.add(content(), Optional.empty(), "alice", NOON).id();
        Withdrawal silently = new Withdrawal(
                "bob", NOON, "the figure is wrong", true, false, List.of(new Withdrawal.Reason(KHMER, "តួលេខខុស")));

        assertThat(statements.withdraw(quiet, silently, List.of())).isTrue();
        assertThat(statements.withdraw(quiet, silently, List.of())).isFalse();
        statements.withdraw(
                told,
                new Withdrawal("bob", NOON, "wrong", false, true, List.of()),
                content().destinations());

        assertThat(statements.find(quiet).orElseThrow().withdrawal()).contains(silently);
        assertThat(handovers().waiting()).containsExactly(MailId.withdrawal(told));
        assertThat(statements.unwithdraw(told, NOON)).isFalse();
        assertThat(statements.unwithdraw(quiet, NOON.plusSeconds(1))).isFalse();
        assertThat(statements.unwithdraw(quiet, NOON)).isTrue();
        assertThat(statements.find(quiet).orElseThrow().withdrawal()).isEmpty();
    }

    @Test
    default void pagesAreNewestFirstAndWithoutWhatWasDiscarded() {
        Statements statements = statements();
        Statement first = statements.add(content(), Optional.empty(), "alice", NOON);
        Statement second = statements.add(content(), Optional.empty(), "alice", NOON);
        Statement given = statements.add(content(), Optional.empty(), "alice", NOON);
        statements.change(given.latest().in(State.DISCARDED));

        assertThat(statements.page(Optional.empty(), false, 10))
                .extracting(Statement::id)
                .containsExactly(second.id(), first.id());
        assertThat(statements.page(Optional.of(second.id()), false, 10))
                .extracting(Statement::id)
                .containsExactly(first.id());
        assertThat(statements.page(Optional.empty(), true, 10))
                .extracting(Statement::id)
                .containsExactly(given.id());
    }

    @Test
    default void ofListsOnlyWhatTheyWereSentIsFound() {
        Statements statements = statements();
        StatementVersion sent =
                statements.add(content(), Optional.empty(), "alice", NOON).latest();
        StatementVersion waiting =
                statements.add(content(), Optional.empty(), "alice", NOON).latest();
        statements.begin(sent.begun(NOON));
        statements.begin(waiting.begun(NOON));
        handovers().markTaken(sent.id().mail(), NEWS, NOON);

        assertThat(statements.sentTo(List.of(NEWS), Optional.empty(), 10))
                .extracting(Statement::id)
                .containsExactly(sent.id().statement());
        assertThat(statements.sentTo(List.of(MEMBERS), Optional.empty(), 10)).isEmpty();
        assertThat(statements.sentTo(List.of(), Optional.empty(), 10)).isEmpty();
        assertThat(statements.sentTo(List.of(NEWS), Optional.of(sent.id().statement()), 10))
                .isEmpty();
    }
}
