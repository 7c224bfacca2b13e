package org.sampan.digest.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.statement.StatementsContract.KHMER;
import static org.sampan.digest.statement.StatementsContract.MEMBERS;
import static org.sampan.digest.statement.StatementsContract.NEWS;
import static org.sampan.digest.statement.StatementsContract.NOON;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.statement.StatementTraces.Match;

interface StatementTracesContract {
    String LETTERS = Traces.letters("An **end** to fees.");

    /** Empty. */
    Statements statements();

    /** Of the same database, not emptied. */
    StatementTraces traces();

    private StatementVersion begun(List<Destination> lists) {
        Statements statements = statements();
        StatementVersion draft = statements
                .add(StatementsContract.content().withDestinations(lists), Optional.empty(), "alice", NOON)
                .latest();
        statements.begin(draft.begun(NOON));
        return statements.find(draft.id().statement()).orElseThrow().latest();
    }

    @Test
    default void textAndFileAreFoundAmongWhatTheirListsWereSent() {
        StatementVersion version = begun(List.of(Destination.whole(MEMBERS), Destination.whole(NEWS)));
        assertThat(traces().untraced()).containsExactly(version.id());

        traces().keep(version);
        traces().keep(version);

        assertThat(traces().untraced()).isEmpty();
        assertThat(traces().find(LETTERS, List.of(MEMBERS, NEWS), 9))
                .containsExactly(
                        new Match(version.id(), version.content().original().language(), 1));
        assertThat(traces().find(Traces.letters("បញ្ចប់ថ្លៃ"), List.of(NEWS), 9))
                .extracting(Match::language)
                .containsExactly(KHMER);
        assertThat(traces().withFile("ab".repeat(32), List.of(MEMBERS, NEWS))).containsExactly(version.id());
    }

    @Test
    default void whatWentToOtherListsIsNotFound() {
        traces().keep(begun(List.of(Destination.whole(MEMBERS))));

        assertThat(traces().find(LETTERS, List.of(NEWS), 9)).isEmpty();
        assertThat(traces().find(LETTERS, List.of(), 9)).isEmpty();
        assertThat(traces().withFile("ab".repeat(32), List.of(NEWS))).isEmpty();
        assertThat(traces().withFile("ab".repeat(32), List.of())).isEmpty();
    }
}
