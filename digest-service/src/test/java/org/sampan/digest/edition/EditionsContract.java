package org.sampan.digest.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingFilter;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.ClippingState;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.fixture.Stories;

interface EditionsContract {
    Series WEEKLY = new Series(
            "river-weekly",
            "River weekly",
            "river-news",
            List.of(Locale.ENGLISH),
            Optional.empty(),
            ZoneId.of("Asia/Bangkok"),
            List.of(Kind.values()),
            true);
    Instant MONDAY = Instant.parse("2026-11-16T01:00:00Z");
    Period WEEK = new Period(MONDAY, MONDAY.plusSeconds(7 * 86_400));
    Period NEXT_WEEK = new Period(WEEK.until(), WEEK.until().plusSeconds(7 * 86_400));
    Rendering RENDERING = new Rendering(Locale.ENGLISH, "River weekly 1", "<p>Hello</p>", "Hello", "");

    /** Empty editions over {@code clippings}, which may be filled. */
    record Room(Editions editions, Clippings clippings) {
        List<Clipping> filled() {
            clippings.take(Stories.offer(Stories.ferryWorkers(), Stories.HARBOUR));
            clippings.take(Stories.offer(Stories.statement(), Stories.HARBOUR));
            return clippings.page(Optional.empty(), 10);
        }
    }

    Room room();

    private static NewEdition of(Period period, Clipping... clippings) {
        List<Section> sections = List.of(clippings).stream()
                .map(clipping -> new Section(clipping.story().kind(), List.of(clipping)))
                .toList();
        return new NewEdition(WEEKLY, period, sections, MONDAY);
    }

    /** But for the state of its clippings, which are used now. */
    private static void assertSame(Edition found, Edition kept) {
        assertThat(found)
                .usingRecursiveComparison()
                .ignoringFields("sections.clippings.state")
                .isEqualTo(kept);
    }

    @Test
    default void editionIsKeptWithItsSectionsInOrder() {
        Room room = room();
        List<Clipping> clippings = room.filled();

        Edition added = room.editions().add(of(WEEK, clippings.get(1), clippings.get(0)), Optional.empty());

        assertThat(added.id()).isEqualTo(new EditionId("river-weekly", 1));
        assertThat(room.editions().find(added.id())).hasValueSatisfying(found -> assertSame(found, added));
        assertThat(room.editions().ofPeriod("river-weekly", WEEK))
                .hasValueSatisfying(found -> assertSame(found, added));
        assertThat(room.editions().latestUntil("river-weekly")).contains(WEEK.until());
        assertThat(room.editions().nextNumber("river-weekly")).isEqualTo(2);
    }

    @Test
    default void clippingsAreUsedWhileAnEditionCarriesThem() {
        Room room = room();
        List<Clipping> clippings = room.filled();
        Edition added = room.editions().add(of(WEEK, clippings.get(0), clippings.get(1)), Optional.empty());
        assertThat(room.clippings().count(ClippingFilter.ALL).get(ClippingState.USED))
                .isEqualTo(2);

        room.editions().change(added.withSections(List.of(added.sections().get(0))));

        assertThat(room.clippings().page(ClippingFilter.ALL.withState(ClippingState.USED), Optional.empty(), 10))
                .extracting(Clipping::id)
                .containsExactly(clippings.get(0).id());
    }

    @Test
    default void clippingGoesIntoOneEditionOfASeriesOnly() {
        Room room = room();
        Clipping clipping = room.filled().get(0);
        room.editions().add(of(WEEK, clipping), Optional.empty());

        assertThat(room.editions().carried("river-weekly", List.of(clipping.id(), new ClippingId(99))))
                .containsExactly(clipping.id());
        assertThatThrownBy(() -> room.editions().add(of(NEXT_WEEK, clipping), Optional.empty()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(room.editions().newest(Optional.empty(), 10)).hasSize(1);
    }

    @Test
    default void numbersNeverGoBack() {
        Room room = room();
        List<Clipping> clippings = room.filled();
        room.editions().add(of(WEEK, clippings.get(0)), Optional.of(152));

        assertThat(room.editions().nextNumber("river-weekly")).isEqualTo(153);
        assertThatThrownBy(() -> room.editions().add(of(NEXT_WEEK, clippings.get(1)), Optional.of(151)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("151");
    }

    @Test
    default void stateOnlyMovesForward() {
        Room room = room();
        Editions editions = room.editions();
        Edition edition = editions.add(of(WEEK, room.filled().get(0)), Optional.empty());
        EditionId id = edition.id();

        editions.markSent(id, MONDAY);
        assertThat(editions.find(id).orElseThrow().state()).isEqualTo(EditionState.COMPILED);
        assertThat(editions.unfinished("river-weekly")).isPresent();

        editions.keepRenderings(id, List.of(RENDERING));
        editions.markSent(id, MONDAY.plusSeconds(1));
        editions.markSent(id, MONDAY.plusSeconds(9));
        assertThat(editions.published(Optional.empty(), 10)).isEmpty();
        editions.markPublished(id, MONDAY.plusSeconds(2));

        Edition done = editions.find(id).orElseThrow();
        assertThat(done.state()).isEqualTo(EditionState.PUBLISHED);
        assertThat(done.sentAt()).contains(MONDAY.plusSeconds(1));
        assertThat(done.publishedAt()).contains(MONDAY.plusSeconds(2));
        assertThat(editions.published(Optional.of("river-weekly"), 10)).containsExactly(done);
        assertThat(editions.unfinished("river-weekly")).isEmpty();
    }

    @Test
    default void renderingsOfASentEditionStayAsTheyWent() {
        Room room = room();
        Editions editions = room.editions();
        EditionId id =
                editions.add(of(WEEK, room.filled().get(0)), Optional.empty()).id();
        editions.keepRenderings(id, List.of(RENDERING));
        editions.markSent(id, MONDAY);

        editions.keepRenderings(id, List.of(new Rendering(Locale.ENGLISH, "Other", "other", "other", "")));

        assertThat(editions.renderings(id)).containsExactly(RENDERING);
        assertThat(editions.rendering(id, Locale.forLanguageTag("th"))).contains(RENDERING);
    }

    @Test
    default void deskChangesAnEditionUntilItIsSent() {
        Room room = room();
        Editions editions = room.editions();
        List<Clipping> clippings = room.filled();
        Edition edition = editions.add(of(WEEK, clippings.get(0), clippings.get(1)), Optional.empty());
        editions.keepRenderings(edition.id(), List.of(RENDERING));
        Edition changed = edition.withTitle("River weekly, special")
                .withIntroduction(Optional.of("Dear readers"))
                .withSections(List.of(new Section(Kind.ACTIVITY, List.of(clippings.get(1)))));

        assertThat(editions.change(changed)).isTrue();
        assertThat(editions.find(edition.id())).hasValueSatisfying(found -> assertSame(found, changed));

        editions.keepRenderings(edition.id(), List.of(RENDERING));
        editions.markSent(edition.id(), MONDAY);
        assertThat(editions.change(edition)).isFalse();
        assertThat(editions.find(edition.id()).orElseThrow().title()).isEqualTo("River weekly, special");
    }
}
