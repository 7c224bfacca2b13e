package org.sampan.digest.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sampan.digest.fixture.Stories.HARBOUR;
import static org.sampan.digest.fixture.Stories.RIVERSIDE;
import static org.sampan.digest.fixture.Stories.burmeseActivity;
import static org.sampan.digest.fixture.Stories.ferryWorkers;
import static org.sampan.digest.fixture.Stories.like;
import static org.sampan.digest.fixture.Stories.offer;
import static org.sampan.digest.fixture.Stories.statement;
import static org.sampan.digest.fixture.Stories.thaiTraining;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.clipping.Merging;
import org.sampan.digest.clipping.Reception;
import org.sampan.digest.clipping.Snapshot;
import org.sampan.digest.clipping.Snapshots;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.clipping.TestClippings;
import org.sampan.digest.clipping.Version;
import org.sampan.digest.clipping.Versions;
import org.sampan.digest.edition.NewEdition;
import org.sampan.digest.edition.Period;
import org.sampan.digest.edition.Section;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.TestEditions;
import org.sampan.digest.fixture.Stories;
import org.sampan.digest.fixture.TestDatabase;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.Deed;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.journal.Subject;
import org.sampan.digest.journal.TestJournal;
import org.sampan.digest.link.TestLinks;
import tools.jackson.databind.json.JsonMapper;

class UndoClippingDeedsTest {
    private static final Actor ALICE = new Actor("alice@harbour.example");
    private static final Actor BOB = new Actor("bob@riverside.example");

    private final TestDatabase.Access access = TestDatabase.access();
    private final Clippings clippings = TestClippings.of(access);
    private final Snapshots snapshots = TestClippings.snapshots(access);
    private final Versions versions = TestClippings.versions(access);
    private final Journal journal = TestJournal.of(access);
    private final ClippingDeeds deeds =
            new ClippingDeeds(journal, JsonMapper.shared(), Clock.fixed(Stories.COLLECTED, ZoneOffset.UTC));
    private final EditClipping edit = new EditClipping(clippings, snapshots, deeds, access.transactions());
    private final ClusterClippings cluster =
            new ClusterClippings(clippings, snapshots, versions, deeds, access.transactions());
    private final WriteClipping write = new WriteClipping(
            clippings, snapshots, deeds, access.transactions(), Clock.fixed(Stories.COLLECTED, ZoneOffset.UTC));
    private final LinkVersions link = new LinkVersions(clippings, versions, deeds, access.transactions());
    private final UndoClippingDeeds undoing =
            new UndoClippingDeeds(deeds, snapshots, versions, TestLinks.of(access), access.transactions());

    private ClippingId keep(Story story, URI source) {
        clippings.take(offer(story, source));
        return clippings.page(Optional.empty(), 20).stream()
                .filter(it -> it.story().title().equals(story.title()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void change(ClippingId id, String... fieldsAndValues) {
        List<Change> changes = Stream.iterate(0, at -> at < fieldsAndValues.length, at -> at + 2)
                .map(at -> new Change(
                        fieldsAndValues[at],
                        Optional.of(fieldsAndValues[at + 1]).filter(text -> !text.isEmpty())))
                .toList();
        edit.edit(id, changes, ALICE);
    }

    private List<Deed> deeds(ClippingId id) {
        return journal.of(new Subject("clipping", id.toString()), 50);
    }

    private Deed last(ClippingId id) {
        return deeds(id).get(0);
    }

    /** As the journal's page does it. */
    private boolean undo(Deed deed) {
        Optional<NewDeed> undone = undoing.undo(deed, BOB);
        undone.ifPresent(done -> journal.markUndone(deed.id(), journal.record(done, Stories.COLLECTED)));
        return undone.isPresent();
    }

    private Snapshot now(ClippingId id) {
        return snapshots.take(id).orElseThrow();
    }

    @Test
    void journalTellsWhoChangedWhich() {
        ClippingId id = keep(ferryWorkers(), HARBOUR);
        change(id, "title", "Ferry crews rest on Sundays", "country", "");

        assertThat(last(id).content())
                .extracting(NewDeed::actor, NewDeed::what, NewDeed::detail)
                .containsExactly(ALICE, "edited", "title, country");
        assertThat(last(id).canBeUndone()).isTrue();
    }

    @Test
    void whatChangesNothingIsNoDeed() {
        ClippingId id = keep(ferryWorkers(), HARBOUR);
        change(id, "title", ferryWorkers().title(), "omitted", "false");

        assertThat(deeds(id)).isEmpty();
        assertThat(now(id).edited()).isFalse();
    }

    @Test
    void editIsTakenBackToTheLetterAndTheClippingFollowsItsSourceAgain() {
        ClippingId id = keep(ferryWorkers(), HARBOUR);
        Snapshot before = now(id);
        change(
                id,
                "title",
                "Other",
                "kind",
                "activity",
                "publishedAt",
                "2026-11-01T00:00:00Z",
                "byline",
                "",
                "outlet",
                "",
                "language",
                "vi",
                "country",
                "VN",
                "topics",
                "wages,law",
                "summary",
                "",
                "text",
                "A *whole* other text");
        assertThat(now(id).story().html()).isEqualTo("<p>A <em>whole</em> other text</p>");

        assertThat(undo(last(id))).isTrue();

        assertThat(now(id)).isEqualTo(before);
        assertThat(last(id).content()).extracting(NewDeed::actor, NewDeed::what).containsExactly(BOB, "undone");
        Story corrected =
                like(ferryWorkers(), "Corrected by its source", ferryWorkers().publishedAt());
        assertThat(clippings.take(new org.sampan.digest.clipping.Offer(
                        corrected,
                        offer(ferryWorkers(), HARBOUR).origin(),
                        offer(ferryWorkers(), HARBOUR).item())))
                .isEqualTo(Reception.CHANGED);
    }

    @Test
    void earlierEditIsTakenBackUnderALaterOneOfAnotherField() {
        ClippingId id = keep(ferryWorkers(), HARBOUR);
        change(id, "title", "Another title");
        Deed titled = last(id);
        change(id, "country", "VN");

        assertThat(undo(titled)).isTrue();

        assertThat(now(id).story().title()).isEqualTo(ferryWorkers().title());
        assertThat(now(id).story().country()).hasValue(new Country("VN"));
        assertThat(now(id).edited()).isTrue();
        assertThat(undo(deeds(id).get(1))).isTrue();
        assertThat(now(id).edited()).isFalse();
    }

    @Test
    void editUnderALaterOneOfTheSameFieldStays() {
        ClippingId id = keep(ferryWorkers(), HARBOUR);
        change(id, "title", "Another title", "country", "VN");
        Deed first = last(id);
        change(id, "title", "A third title");

        assertThat(undo(first)).isFalse();

        assertThat(now(id).story().title()).isEqualTo("A third title");
        assertThat(now(id).story().country()).hasValue(new Country("VN"));
    }

    @Test
    void leavingOutIsTakenBackOnce() {
        ClippingId id = keep(ferryWorkers(), HARBOUR);
        change(id, "omitted", "true");
        Deed omitted = last(id);
        assertThat(omitted.content().what()).isEqualTo("omitted");

        assertThat(undo(omitted)).isTrue();
        assertThat(now(id).omitted()).isFalse();
        assertThat(undo(omitted)).isFalse();
    }

    @Test
    void htmlCannotBeTyped() {
        ClippingId id = keep(ferryWorkers(), HARBOUR);

        assertThatThrownBy(() -> change(id, "html", "<script>alert(1)</script>"))
                .isInstanceOfSatisfying(
                        BadEdit.class, bad -> assertThat(bad.field()).isEqualTo("html"));
        change(id, "text", "Hello <script>alert(1)</script>");
        assertThat(now(id).story().html()).doesNotContain("<script");
    }

    @Test
    void mergeIsTakenBackWithVersionsAndWords() {
        ClippingId kept = keep(ferryWorkers(), HARBOUR);
        ClippingId other = keep(statement(), RIVERSIDE);
        ClippingId thai = keep(thaiTraining(), HARBOUR);
        link.link(other, thai, ALICE);
        Snapshot one = now(kept);
        Snapshot two = now(other);
        List<Versions.Link> links = versions.links(Set.of(kept, other, thai));

        assertThat(cluster.merge(kept, other, ALICE)).isEqualTo(Merging.MERGED);
        assertThat(versions.of(Set.of(kept)).get(kept)).extracting(Version::id).containsExactly(kept, thai);
        assertThat(undo(last(kept))).isTrue();

        assertThat(now(kept)).isEqualTo(one);
        assertThat(now(other)).isEqualTo(two);
        assertThat(versions.links(Set.of(kept, other, thai))).isEqualTo(links);
    }

    @Test
    void mergeKeepsWhatWasEditedSinceInOtherPlaces() {
        ClippingId kept = keep(ferryWorkers(), HARBOUR);
        ClippingId other = keep(statement(), RIVERSIDE);
        cluster.merge(kept, other, ALICE);
        Deed merged = last(kept);
        change(kept, "title", "A title given since");

        assertThat(undo(merged)).isTrue();
        assertThat(now(kept).story().title()).isEqualTo("A title given since");
        assertThat(now(other).story()).isEqualTo(statement());
    }

    @Test
    void mergeStaysWhenItsPartsHaveMovedOn() {
        ClippingId kept = keep(ferryWorkers(), HARBOUR);
        ClippingId other = keep(statement(), RIVERSIDE);
        cluster.merge(kept, other, ALICE);
        Deed merged = last(kept);
        String item = statement().link().orElseThrow().toString();
        ClippingId made = cluster.split(kept, RIVERSIDE, item, ALICE).orElseThrow();

        assertThat(undo(merged)).isFalse();
        assertThat(clippings.find(other)).isEmpty();

        assertThat(undo(last(kept))).isTrue();
        assertThat(clippings.find(made)).isEmpty();
        assertThat(undo(merged)).isTrue();
        assertThat(now(other).story()).isEqualTo(statement());
    }

    @Test
    void splitStaysWhenThePartWasEdited() {
        ClippingId kept = keep(ferryWorkers(), HARBOUR);
        cluster.merge(kept, keep(statement(), RIVERSIDE), ALICE);
        ClippingId made = cluster.split(
                        kept, RIVERSIDE, statement().link().orElseThrow().toString(), ALICE)
                .orElseThrow();
        Deed split = last(kept);
        change(made, "title", "Edited since");

        assertThat(undo(split)).isFalse();
        assertThat(now(made).story().title()).isEqualTo("Edited since");
    }

    @Test
    void whatAnEditionCarriesIsNotMergedAway() {
        ClippingId kept = keep(ferryWorkers(), HARBOUR);
        ClippingId carried = keep(statement(), RIVERSIDE);
        putIntoAnEdition(carried);

        assertThat(cluster.merge(kept, carried, ALICE)).isEqualTo(Merging.IN_EDITION);
        assertThat(cluster.merge(carried, kept, ALICE)).isEqualTo(Merging.MERGED);
        assertThat(clippings.find(kept)).isEmpty();
    }

    @Test
    void writtenClippingIsTakenBackUntilSomebodyElseBuildsOnIt() {
        ClippingId english = keep(statement(), HARBOUR);
        List<Change> fields = List.of(
                new Change("language", Optional.of("th")),
                new Change("title", Optional.of("แถลงการณ์ร่วม")),
                new Change("text", Optional.of("เราขอ**เรียกร้อง**")));
        ClippingId thai = write.translate(english, fields, ALICE).orElseThrow();
        assertThat(write.translate(english, fields, ALICE)).contains(thai);
        assertThat(now(thai).story().html()).isEqualTo("<p>เราขอ<strong>เรียกร้อง</strong></p>");
        assertThat(now(thai).story().link()).isEqualTo(statement().link());
        assertThat(versions.of(Set.of(english)).get(english))
                .extracting(Version::original)
                .containsExactly(true, false);

        Deed written = last(thai);
        change(thai, "title", "แถลงการณ์ร่วมฉบับแก้ไข");
        assertThat(undo(written)).isFalse();
        assertThat(undo(last(thai))).isTrue();
        putIntoAnEdition(thai);
        assertThat(undo(written)).isFalse();
        assertThat(clippings.find(thai)).isPresent();

        ClippingId other = write.write(statement(), List.of(), ALICE);
        assertThat(other).isNotEqualTo(english);
        assertThat(undo(last(other))).isTrue();
        assertThat(clippings.find(other)).isEmpty();
    }

    private void putIntoAnEdition(ClippingId id) {
        Series series = new Series(
                "river-weekly",
                "River weekly",
                "river-news",
                List.of(Locale.ENGLISH),
                Optional.empty(),
                ZoneOffset.UTC,
                List.of(Kind.values()),
                true);
        Section section = new Section(Kind.STATEMENT, List.of(clippings.find(id).orElseThrow()));
        Period period = new Period(Stories.COLLECTED, Stories.COLLECTED.plusSeconds(60));
        TestEditions.of(access)
                .add(new NewEdition(series, period, List.of(section), Stories.COLLECTED), Optional.empty());
    }

    @Test
    void versionsAreLinkedConfirmedAndUnlinkedEachWithAWayBack() {
        ClippingId english = keep(statement(), HARBOUR);
        ClippingId thai = keep(thaiTraining(), HARBOUR);
        assertThat(link.link(english, thai, ALICE)).isTrue();
        Deed linked = last(english);
        change(english, "title", "Joint statement, corrected");

        link.confirm(thai, ALICE);
        assertThat(undo(last(thai))).isTrue();
        assertThat(versions.of(Set.of(thai)).get(thai))
                .extracting(Version::stale)
                .containsExactly(false, true);

        link.unlink(thai, ALICE);
        assertThat(undo(linked)).isFalse();
        assertThat(undo(last(thai).content().what().equals("unlinked") ? last(thai) : linked))
                .isTrue();
        assertThat(undo(linked)).isTrue();
        assertThat(versions.of(Set.of(thai))).isEmpty();
    }

    @Test
    void linkStaysWhenOneMoreHasJoined() {
        ClippingId english = keep(statement(), HARBOUR);
        ClippingId thai = keep(thaiTraining(), HARBOUR);
        link.link(english, thai, ALICE);
        Deed linked = last(english);
        link.link(english, keep(burmeseActivity(), HARBOUR), ALICE);

        assertThat(undo(linked)).isFalse();
        assertThat(versions.of(Set.of(thai)).get(thai)).hasSize(3);
    }
}
