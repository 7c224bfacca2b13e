package org.sampan.digest.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.sampan.digest.fixture.TestDatabase;
import org.sampan.digest.markdown.Markdown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Statements of before there were versions, after the migration. */
class OldStatementsTest {
    private final TestDatabase database = TestDatabase.empty();

    private FluentConfiguration migrations() {
        return Flyway.configure()
                .dataSource(database.url(), database.username(), "")
                .schemas("digest")
                .defaultSchema("digest")
                .locations("classpath:db/migration");
    }

    @Test
    void statementsAreFirstVersionsThatGoOnWhereTheyWere() {
        migrations().target("202611220545").load().migrate();
        DriverManagerDataSource source = new DriverManagerDataSource(database.url(), database.username(), "");
        source.setSchema("digest");
        JdbcClient client = JdbcClient.create(source);
        client.sql("""
                        insert into statement (subject, language, body, fingerprint, created_at) values
                          ('Statement on the kilns', 'en', 'An **end** to fees.', 'f1', '2026-11-22T12:00:00Z'),
                          ('On its way', 'km', 'បញ្ចប់ថ្លៃ', 'f2', '2026-11-22T13:00:00Z')""").update();
        client.sql("insert into statement_attachment values (1, 0, 'kilns.pdf', 'application/pdf', '%PDF-1.7')")
                .update();
        client.sql("""
                        insert into statement_list (statement_id, list, position, sent_at, refusal) values
                          (1, 'members@lists.example', 0, '2026-11-22T12:00:05Z', null),
                          (1, 'mekong-news@lists.example', 1, null, '552 too large'),
                          (2, 'members@lists.example', 0, null, null)""").update();

        migrations().load().migrate();

        Statements statements = new JdbcStatements(client, new DataSourceTransactionManager(source));
        Statement sent = statements.find(new StatementId(1)).orElseThrow();
        assertThat(sent.latest().state()).isEqualTo(State.SENT);
        assertThat(sent.latest().content().original().body()).isEqualTo(new Markdown("An **end** to fees."));
        assertThat(sent.latest().begunAt()).contains(sent.createdAt());
        StatementFile file = sent.latest().content().files().get(0);
        assertThat(file.name()).isEqualTo("kilns.pdf");
        assertThat(new JdbcStatementFiles(client).find(file.sha256()))
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                .contains("%PDF-1.7");
        Handovers handovers = new JdbcHandovers(client);
        assertThat(handovers.of(sent.latest().id().mail()))
                .extracting(Handover::step)
                .containsExactly(Handover.Step.TAKEN, Handover.Step.REFUSED);
        assertThat(statements.page(Optional.empty(), false, 5)).hasSize(2);
        assertThat(handovers.waiting()).isEqualTo(List.of(new MailId(new StatementId(2), 1)));
    }
}
