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
import org.sampan.digest.clipping.Takedown;
import org.sampan.digest.clipping.Takedowns;
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
    record Room(Editions editions, Clippings clippings, Takedowns takedowns) {
        /** As the desk would, which has the edition withdraw it. */
        List<EditionId> takeDown(ClippingId clipping) {
            takedowns.takeDown(new Takedown(clipping, "She asked us to.", "sokha@village.example", MONDAY));
            return editions.withdraw(clipping, List.of());
        }

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
        assertThat(room.editions().endingAt("river-weekly", WEEK.until()))
                .hasValueSatisfying(found -> assertSame(found, added));
        assertThat(room.editions().endingAt("river-weekly", MONDAY)).isEmpty();
        assertThat(room.editions().latestUntil("river-weekly")).contains(WEEK.until());
        assertThat(room.editions().nextNumber("river-weekly")).isEqualTo(2);
    }

    @Test
    default void outlineSaysWhatTheEditionSaysWithoutItsClippings() {
        Room room = room();
        List<Clipping> clippings = room.filled();
        Edition added = room.editions().add(of(WEEK, clippings.get(1), clippings.get(0)), Optional.empty());
        ClippingId reworded = clippings.get(0).id();
        room.editions()
                .change(
                        added.id(),
                        now -> now.withTranslation(new Translation(Locale.forLanguageTag("th"), "ข่าว", "", "mark"))
                                .withOwnWords(reworded, new OwnWords("Shorter", "")),
                        new Edition.LastChange("editor@example.org", MONDAY));

        EditionOutline outline = room.editions().outline(added.id()).orElseThrow();

        assertThat(outline)
                .isEqualTo(room.editions().find(added.id()).orElseThrow().outline());
        assertThat(outline.items()).isEqualTo(2);
        assertThat(room.editions().outline(new EditionId("river-weekly", 99))).isEmpty();
    }

    @Test
    default void outlineIsSilentOfWhatIsTakenDown() {
        Room room = room();
        List<Clipping> clippings = room.filled();
        Edition added = room.editions().add(of(WEEK, clippings.get(0), clippings.get(1)), Optional.empty());
        room.editions().keepRenderings(added.id(), List.of(RENDERING), "mark");
        room.editions().markSent(added.id(), MONDAY);

        room.takeDown(clippings.get(0).id());

        EditionOutline outline = room.editions().outline(added.id()).orElseThrow();
        assertThat(outline.parts())
                .flatExtracting(EditionOutline.Part::clippings)
                .containsExactly(clippings.get(1).id());
    }

    @Test
    default void withdrawnClippingLeavesWhatIsNotSentAndItsRenderings() {
        Room room = room();
        List<Clipping> clippings = room.filled();
        Edition added = room.editions().add(of(WEEK, clippings.get(0), clippings.get(1)), Optional.empty());
        room.editions().keepRenderings(added.id(), List.of(RENDERING), "mark");

        assertThat(room.editions().withdraw(clippings.get(0).id(), List.of())).containsExactly(added.id());

        Edition left = room.editions().find(added.id()).orElseThrow();
        assertThat(left.clippingIds()).containsExactly(clippings.get(1).id());
        assertThat(left.state()).isEqualTo(EditionState.COMPILED);
        assertThat(room.editions().renderings(added.id())).isEmpty();
    }

    @Test
    default void whatIsTakenDownWhileItIsHandedOverGoesWhenThatHasEnded() {
        Room room = room();
        List<Clipping> clippings = room.filled();
        Edition added = room.editions().add(of(WEEK, clippings.get(0), clippings.get(1)), Optional.empty());
        room.editions().keepRenderings(added.id(), List.of(RENDERING), "mark");
        room.editions().beginSending(added.id());

        room.takeDown(clippings.get(0).id());

        assertThat(room.editions().renderings(added.id())).hasSize(1);
        assertThat(room.editions().beginSending(added.id())).isTrue();
        room.editions().markSent(added.id(), MONDAY);
        assertThat(room.editions().renderings(added.id())).isEmpty();
        assertThat(room.editions().find(added.id()).orElseThrow().clippingIds())
                .containsExactly(clippings.get(1).id());
        assertThat(room.editions().takedowns(added.id())).containsExactly(MONDAY);
    }

    @Test
    default void whatIsTakenDownAndNotHandedOverAfterAllLeavesTheDraft() {
        Room room = room();
        List<Clipping> clippings = room.filled();
        Edition added = room.editions().add(of(WEEK, clippings.get(0), clippings.get(1)), Optional.empty());
        room.editions().keepRenderings(added.id(), List.of(RENDERING), "mark");
        room.editions().beginSending(added.id());
        room.takeDown(clippings.get(0).id());

        room.editions().takeBackSending(added.id());

        assertThat(room.editions().renderings(added.id())).isEmpty();
        assertThat(room.editions().find(added.id()).orElseThrow().state()).isEqualTo(EditionState.COMPILED);
        assertThat(room.editions().takedowns(added.id())).isEmpty();
    }

    @Test
    default void whatMayHaveBeenPrintedInAnotherLanguageIsRenderedAgain() {
        Room room = room();
        List<Clipping> clippings = room.filled();
        Edition added = room.editions().add(of(WEEK, clippings.get(0)), Optional.empty());
        room.editions().keepRenderings(added.id(), List.of(RENDERING), "mark");

        assertThat(room.editions()
                        .withdraw(
                                clippings.get(1).id(), List.of(clippings.get(0).id())))
                .containsExactly(added.id());

        assertThat(room.editions().renderings(added.id())).isEmpty();
        assertThat(room.editions().find(added.id()).orElseThrow().items()).isEqualTo(1);
    }

    @Test
    default void clippingsAreUsedWhileAnEditionCarriesThem() {
        Room room = room();
        List<Clipping> clippings = room.filled();
        Edition added = room.editions().add(of(WEEK, clippings.get(0), clippings.get(1)), Optional.empty());
        assertThat(room.clippings().count(ClippingFilter.ALL).get(ClippingState.USED))
                .isEqualTo(2);

        room.editions()
                .change(
                        added.id(),
                        now -> now.withSections(List.of(now.sections().get(0))),
                        BY_SOKHA);

        assertThat(room.clippings().page(ClippingFilter.ALL.withState(ClippingState.USED), Optional.empty(), 10))
                .extracting(Clipping::id)
                .containsExactly(clippings.get(0).id());
    }

    @Test
    default void clippingGoesIntoOneEditionOfASeriesOnly() {
        Room room = room();
        Clipping clipping = room.filled().get(0);
        room.editions().add(of(WEEK, clipping), Optional.empty());

        assertThat(room.editions().carrying(List.of(clipping.id(), new ClippingId(99))))
                .containsOnlyKeys(clipping.id());
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

        editions.keepRenderings(id, List.of(RENDERING), "a");
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
        editions.keepRenderings(id, List.of(RENDERING), "a");
        editions.markSent(id, MONDAY);

        editions.keepRenderings(id, List.of(new Rendering(Locale.ENGLISH, "Other", "other", "other", "")), "b");

        assertThat(editions.renderings(id)).containsExactly(RENDERING);
        assertThat(editions.rendering(id, Locale.forLanguageTag("th"))).contains(RENDERING);
    }

    Edition.LastChange BY_SOKHA = new Edition.LastChange("sokha@village.example", MONDAY.plusSeconds(60));

    @Test
    default void deskChangesAnEditionUntilItIsSent() {
        Room room = room();
        Editions editions = room.editions();
        List<Clipping> clippings = room.filled();
        Edition edition = editions.add(of(WEEK, clippings.get(0), clippings.get(1)), Optional.empty());
        editions.keepRenderings(edition.id(), List.of(RENDERING), "a");

        Edition changed = editions.change(
                        edition.id(),
                        now -> now.withTitle("River weekly, special")
                                .withIntroduction(Optional.of("Dear readers"))
                                .withSections(List.of(new Section(Kind.ACTIVITY, List.of(clippings.get(1))))),
                        BY_SOKHA)
                .orElseThrow();

        assertThat(changed.state()).isEqualTo(EditionState.COMPILED);
        assertThat(changed.lastChange()).isEqualTo(BY_SOKHA);
        assertThat(changed.title()).isEqualTo("River weekly, special");
        assertThat(changed.introduction()).contains("Dear readers");
        assertThat(changed.clippingIds()).containsExactly(clippings.get(1).id());
        editions.keepRenderings(edition.id(), List.of(RENDERING), "a");
        editions.markSent(edition.id(), MONDAY);
        assertThat(editions.change(edition.id(), now -> now.withTitle("Too late"), BY_SOKHA))
                .isEmpty();
        assertThat(editions.find(edition.id()).orElseThrow().title()).isEqualTo("River weekly, special");
    }

    @Test
    default void translationsAndOwnWordsAreKept() {
        Room room = room();
        Editions editions = room.editions();
        Clipping clipping = room.filled().get(0);
        Edition edition = editions.add(of(WEEK, clipping), Optional.empty());
        Translation thai = new Translation(Locale.forLanguageTag("th"), "แม่น้ำ", "สวัสดี", edition.originalWords());
        OwnWords words = new OwnWords("Shorter", "In a word.");

        editions.change(edition.id(), now -> now.withTranslation(thai).withOwnWords(clipping.id(), words), BY_SOKHA);

        Edition found = editions.find(edition.id()).orElseThrow();
        assertThat(found.translations()).containsExactly(thai);
        assertThat(found.ownWords(clipping.id())).isEqualTo(words);
        assertThat(found.title(Locale.forLanguageTag("th"))).isEqualTo("แม่น้ำ");
        assertThat(found.introduction(Locale.forLanguageTag("my"))).isEmpty();
        editions.change(
                edition.id(),
                now -> now.withTranslation(new Translation(thai.language(), "", "", ""))
                        .withOwnWords(clipping.id(), OwnWords.NONE),
                BY_SOKHA);
        assertThat(editions.find(edition.id()).orElseThrow().translations()).isEmpty();
        assertThat(editions.find(edition.id()).orElseThrow().ownWords()).isEmpty();
    }

    @Test
    default void changeThatChangesNothingLeavesNoTrace() {
        Room room = room();
        Edition edition = room.editions().add(of(WEEK, room.filled().get(0)), Optional.empty());

        assertThat(room.editions()
                        .change(edition.id(), now -> now, BY_SOKHA)
                        .orElseThrow()
                        .lastChange())
                .isEqualTo(edition.lastChange());
    }

    @Test
    default void draftThatIsThrownAwayFreesItsClippingsAndComesBackWhole() {
        Room room = room();
        Editions editions = room.editions();
        Clipping clipping = room.filled().get(0);
        Edition draft = editions.add(of(WEEK, clipping), Optional.empty());

        assertThat(editions.remove(draft.id())).isTrue();
        assertThat(editions.find(draft.id())).isEmpty();
        assertThat(editions.carried("river-weekly", List.of(clipping.id()))).isEmpty();
        assertThat(editions.restore(draft)).isTrue();
        assertThat(editions.find(draft.id())).hasValueSatisfying(found -> assertSame(found, draft));
        assertThat(editions.restore(draft)).isFalse();
    }

    @Test
    default void whatIsBeingSentChangesNoMore() {
        Room room = room();
        Editions editions = room.editions();
        Edition edition = editions.add(of(WEEK, room.filled().get(0)), Optional.empty());
        EditionId id = edition.id();

        assertThat(editions.beginSending(id)).isFalse();
        editions.keepRenderings(id, List.of(RENDERING), "a");
        assertThat(editions.renderedOf(id)).contains("a");
        assertThat(editions.beginSending(id)).isTrue();
        assertThat(editions.beginSending(id)).isTrue();
        assertThat(editions.change(id, now -> now.withTitle("Too late"), BY_SOKHA))
                .isEmpty();
        assertThat(editions.remove(id)).isFalse();
        editions.keepRenderings(id, List.of(), "b");
        assertThat(editions.renderings(id)).containsExactly(RENDERING);

        editions.takeBackSending(id);
        assertThat(editions.change(id, now -> now.withTitle("In time"), BY_SOKHA))
                .isPresent();
        assertThat(editions.renderedOf(id)).isEmpty();
    }

    @Test
    default void headsTellWhatListsShow() {
        Room room = room();
        List<Clipping> clippings = room.filled();
        room.editions().add(of(WEEK, clippings.get(0)), Optional.empty());
        room.editions().add(of(NEXT_WEEK, clippings.get(1)), Optional.empty());

        assertThat(room.editions().heads(Optional.of("river-weekly"), 1))
                .singleElement()
                .satisfies(head -> {
                    assertThat(head.id()).isEqualTo(new EditionId("river-weekly", 2));
                    assertThat(head.items()).isEqualTo(1);
                    assertThat(head.state()).isEqualTo(EditionState.COMPILED);
                    assertThat(head.lastChange().by()).isEqualTo("schedule");
                });
    }

    @Test
    default void versionOfAClippingCountsAsTheClipping() {
        Room room = room();
        List<Clipping> clippings = room.filled();
        room.clippings().linkVersions(clippings.get(0).id(), clippings.get(1).id());
        room.editions().add(of(WEEK, clippings.get(0)), Optional.empty());

        assertThat(room.editions()
                        .carried("river-weekly", List.of(clippings.get(1).id())))
                .containsExactly(clippings.get(1).id());
    }
}
