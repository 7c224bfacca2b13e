package org.sampan.digest.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.fixture.Stories;

interface ApprovalsContract {
    Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
    Approval BY_MALI = new Approval("print-1", "mali@riverside.example", NOON);

    /** Empty approvals, and editions they are of. */
    record Room(Approvals approvals, EditionsContract.Room editions) {
        EditionId draft() {
            editions.clippings().take(Stories.offer(Stories.statement(), Stories.HARBOUR));
            Section section = new Section(Kind.STATEMENT, editions.clippings().page(Optional.empty(), 1));
            return editions.editions()
                    .add(
                            new NewEdition(EditionsContract.WEEKLY, EditionsContract.WEEK, List.of(section), NOON),
                            Optional.empty())
                    .id();
        }
    }

    Room room();

    @Test
    default void approvalIsKeptUntilItIsTakenBack() {
        Room room = room();
        EditionId draft = room.draft();

        assertThat(room.approvals().find(draft)).isEmpty();
        assertThat(room.approvals().give(draft, BY_MALI)).isTrue();
        assertThat(room.approvals().find(draft)).contains(BY_MALI);
        room.approvals().takeBack(draft);
        assertThat(room.approvals().find(draft)).isEmpty();
    }

    @Test
    default void changeTakesItAway() {
        Room room = room();
        EditionId draft = room.draft();
        room.approvals().give(draft, BY_MALI);

        room.editions()
                .editions()
                .change(draft, now -> now.withTitle("Another"), new Edition.LastChange("mali@riverside.example", NOON));

        assertThat(room.approvals().find(draft)).isEmpty();
    }

    @Test
    default void editionThereIsNotCannotBeApproved() {
        assertThat(room().approvals().give(new EditionId("river-weekly", 99), BY_MALI))
                .isFalse();
    }
}
