package org.sampan.digest.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.fixture.TestDatabase;

class JdbcStatementsTest implements StatementsContract {
    private TestDatabase.Access access = TestDatabase.access();

    @Override
    public Statements statements() {
        access = TestDatabase.access();
        return new JdbcStatements(access.client(), access.transactions());
    }

    @Override
    public Handovers handovers() {
        return new JdbcHandovers(access.client());
    }

    @Test
    void withdrawalOfBeforeItCouldBeTranslatedIsRead() {
        Statements statements = statements();
        StatementId id = statements
                .add(StatementsContract.content(), Optional.empty(), "alice", StatementsContract.NOON)
                .id();
        access.client().sql("""
                        update statement set withdrawal =
                          '{"by":"bob","at":"2026-11-22T12:00:00Z","reason":"wrong","removed":false,"told":true}'""").update();

        assertThat(statements.find(id).flatMap(Statement::withdrawal))
                .hasValueSatisfying(
                        it -> assertThat(it.reasonFor(StatementsContract.KHMER)).isEqualTo("wrong"));
    }
}
