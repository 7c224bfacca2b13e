package org.sampan.digest.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.markdown.Markdown;

interface StatementsContract {
    ListAddress MEMBERS = new ListAddress("members@lists.example");
    ListAddress NEWS = new ListAddress("mekong-news@lists.example");
    Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /** Empty. */
    Statements statements();

    private static NewStatement statement() {
        return new NewStatement(
                "Statement on the kilns",
                Locale.ENGLISH,
                new Markdown("We call for an **end** to fees."),
                List.of(Attachment.of("kilns.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII))),
                List.of(MEMBERS, NEWS));
    }

    @Test
    default void statementIsKeptWholeAndUnsent() {
        Statements statements = statements();

        Statement kept = statements.add(statement(), NOON);

        assertThat(kept.content().body()).isEqualTo(statement().body());
        assertThat(kept.content().lists()).containsExactly(MEMBERS, NEWS);
        assertThat(kept.unsent()).containsExactly(MEMBERS, NEWS);
        assertThat(kept.content().attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("kilns.pdf");
            assertThat(file.bytes()).asString(StandardCharsets.US_ASCII).isEqualTo("%PDF-1.7");
        });
        assertThat(statements.unsent()).containsExactly(kept.id());
    }

    @Test
    default void sameStatementAgainIsTheFirstOne() {
        Statements statements = statements();
        Statement first = statements.add(statement(), NOON);
        statements.markSent(first.id(), MEMBERS, NOON);

        Statement again = statements.add(statement(), NOON.plusSeconds(60));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.unsent()).containsExactly(NEWS);
    }

    @Test
    default void sentAndRefusedListsAreDone() {
        Statements statements = statements();
        StatementId id = statements.add(statement(), NOON).id();

        statements.markSent(id, MEMBERS, NOON);
        statements.markRefused(id, NEWS, "552 too large");

        assertThat(statements.unsent()).isEmpty();
    }
}
