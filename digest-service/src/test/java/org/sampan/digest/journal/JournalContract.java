package org.sampan.digest.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

interface JournalContract {
    Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
    Subject CLIPPING = new Subject("clipping", "17");
    Subject EDITION = new Subject("edition", "mekong-weekly/12");
    NewDeed OMITTED = new NewDeed(new Actor("alice@harbour.example"), CLIPPING, "omitted", "", "{}");
    NewDeed SENT = new NewDeed(Actor.SCHEDULE, EDITION, "sent", "38", Finality.MAILED);

    Journal journal();

    @Test
    default void deedIsFoundAsItWasRecorded() {
        DeedId id = journal().record(OMITTED, NOW);
        assertThat(journal().find(id)).hasValue(new Deed(id, NOW, OMITTED, false, false));
        assertThat(journal().find(new DeedId(id.value() + 1))).isEmpty();
    }

    @Test
    default void deedsOfASubjectComeNewestFirst() {
        DeedId first = journal().record(OMITTED, NOW);
        journal().record(SENT, NOW);
        DeedId second = journal().record(OMITTED, NOW.plusSeconds(1));
        assertThat(journal().of(CLIPPING, 10)).extracting(Deed::id).containsExactly(second, first);
        assertThat(journal().of(CLIPPING, 1)).extracting(Deed::id).containsExactly(second);
    }

    @Test
    default void allDeedsArePaged() {
        List<DeedId> ids = IntStream.range(0, 5)
                .mapToObj(i -> journal().record(i % 2 == 0 ? OMITTED : SENT, NOW))
                .toList();
        List<Deed> page = journal().page(Optional.empty(), 2);
        assertThat(page).extracting(Deed::id).containsExactly(ids.get(4), ids.get(3));
        assertThat(journal().page(Optional.of(ids.get(3)), 2))
                .extracting(Deed::id)
                .containsExactly(ids.get(2), ids.get(1));
    }

    @Test
    default void deedIsUndoneOnceHoweverManyTry() {
        DeedId id = journal().record(OMITTED, NOW);
        Set<DeedId> undoing = Set.of(journal().record(OMITTED, NOW), journal().record(OMITTED, NOW));
        long successes =
                undoing.stream()
                        .map(by -> CompletableFuture.supplyAsync(() -> journal().markUndone(id, by)))
                        .toList()
                        .stream()
                        .filter(CompletableFuture::join)
                        .count();
        assertThat(successes).isEqualTo(1);
        assertThat(journal().find(id)).map(Deed::canBeUndone).hasValue(false);
    }

    @Test
    default void whatWasDoneBeforeItWentToReadersStays() {
        NewDeed begun = new NewDeed(Actor.SCHEDULE, EDITION, "made", "38", "{}");
        NewDeed tested = new NewDeed(Actor.SCHEDULE, EDITION, "tested", "en", Finality.MAILED);
        DeedId elsewhere = journal().record(OMITTED, NOW);
        DeedId before = journal().record(begun, NOW);
        journal().record(tested, NOW);
        assertThat(journal().find(before)).map(Deed::canBeUndone).hasValue(true);
        journal().record(SENT, NOW);
        DeedId after = journal().record(begun, NOW);

        assertThat(journal().of(EDITION, 10))
                .filteredOn(Deed::canBeUndone)
                .extracting(Deed::id)
                .containsExactly(after);
        assertThat(journal().find(before)).flatMap(Deed::finality).hasValue(Finality.MAILED);
        assertThat(journal().find(elsewhere)).map(Deed::canBeUndone).hasValue(true);
    }

    @Test
    default void forgottenPastMakesDeedsFinal() {
        DeedId id = journal().record(OMITTED, NOW);
        DeedId other = journal().record(SENT, NOW);

        journal().forgetBefore(CLIPPING);

        assertThat(journal().find(id).orElseThrow().content().finality()).contains(Finality.DELETED);
        assertThat(journal().find(other).orElseThrow().content()).isEqualTo(SENT);
    }

    @Test
    default void deedIsUndoableOrSaysWhyNot() {
        assertThatThrownBy(
                        () -> new NewDeed(Actor.OPERATOR, CLIPPING, "omitted", "", Optional.empty(), Optional.empty()))
                .hasMessageContaining("clipping.omitted is either undoable or final");
    }

    @Test
    default void deedThatKeptNothingCannotBeUndone() {
        DeedId id = journal().record(SENT, NOW);
        assertThat(journal().find(id)).map(Deed::canBeUndone).hasValue(false);
    }

    @Test
    default void newestDeedToAnyOfSeveralSubjectsIsFound() {
        Journal journal = journal();
        journal.record(new NewDeed(Actor.OPERATOR, new Subject("clipping", "17"), "edited", "", "{}"), Instant.EPOCH);
        journal.record(new NewDeed(Actor.SCHEDULE, new Subject("clipping", "4"), "edited", "", "{}"), Instant.EPOCH);
        journal.record(
                new NewDeed(Actor.OPERATOR, new Subject("edition", "4"), "sent", "", Finality.MAILED), Instant.EPOCH);

        assertThat(journal.latest("clipping", List.of("4", "17")))
                .hasValueSatisfying(deed -> assertThat(deed.content().actor()).isEqualTo(Actor.SCHEDULE));
        assertThat(journal.latest("clipping", List.of("5"))).isEmpty();
        assertThat(journal.latest("clipping", List.of())).isEmpty();
    }
}
