package org.sampan.digest.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.clipping.TestClippings;
import org.sampan.digest.edit.EditionEdit.Way;
import org.sampan.digest.edition.Approval;
import org.sampan.digest.edition.Approvals;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.NewEdition;
import org.sampan.digest.edition.OwnWords;
import org.sampan.digest.edition.Period;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.edition.Section;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.TestEditions;
import org.sampan.digest.fixture.Stories;
import org.sampan.digest.fixture.TestDatabase;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.Deed;
import org.sampan.digest.journal.DeedId;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.journal.TestJournal;
import tools.jackson.databind.json.JsonMapper;

/** A draft with two news clippings and one statement, and Sokha at the desk. */
class EditEditionTest {
    private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
    private static final Actor SOKHA = new Actor("sokha@village.example");
    private static final Locale THAI = Locale.forLanguageTag("th");
    private static final Series WEEKLY = new Series(
            "river-weekly",
            "River weekly",
            "river-news",
            List.of(Locale.ENGLISH, THAI),
            Optional.empty(),
            ZoneId.of("Asia/Bangkok"),
            List.of(Kind.values()),
            false);

    private Clippings clippings;
    private Editions editions;
    private Approvals approvals;
    private Journal journal;
    private EditEdition edit;
    private UndoEditionEdits undo;
    private EditionId draft;
    private ClippingId ferry;
    private ClippingId port;
    private ClippingId statement;

    @BeforeEach
    void begin() {
        TestDatabase.Access access = TestDatabase.access();
        clippings = TestClippings.of(access);
        editions = TestEditions.of(access);
        journal = TestJournal.of(access);
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        approvals = TestEditions.approvals(access);
        EditionChanges changes = new EditionChanges(clippings, editions);
        EditionAspects aspects = new EditionAspects(JsonMapper.builder().build());
        edit = new EditEdition(editions, changes, aspects, journal, access.transactions(), clock);
        undo = new UndoEditionEdits(editions, approvals, changes, aspects, clock);
        Clipping first = collected(Stories.ferryWorkers().title());
        Clipping second = collected("Port workers sign their first agreement");
        Clipping third = collected(Stories.statement().title());
        ferry = first.id();
        port = second.id();
        statement = third.id();
        draft = editions.add(
                        new NewEdition(
                                WEEKLY,
                                new Period(NOON.minusSeconds(604_800), NOON),
                                List.of(
                                        new Section(Kind.STATEMENT, List.of(third)),
                                        new Section(Kind.NEWS_CLIPPING, List.of(first, second))),
                                NOON),
                        Optional.empty())
                .id();
    }

    private Clipping collected(String title) {
        if (title.equals(Stories.statement().title())) {
            clippings.take(Stories.offer(Stories.statement(), Stories.HARBOUR));
        } else {
            clippings.take(Stories.offer(
                    Stories.like(
                            Stories.ferryWorkers(),
                            title,
                            Stories.ferryWorkers().publishedAt()),
                    Stories.HARBOUR));
        }
        return clippings.page(Optional.empty(), 10).stream()
                .filter(clipping -> clipping.story().title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private Edition edited(EditionEdit... edits) {
        return edit.edit(draft, List.of(edits), SOKHA).orElseThrow();
    }

    private static String layout(Edition edition) {
        StringBuilder layout = new StringBuilder();
        edition.sections()
                .forEach(section -> layout.append(section.kind().slug())
                        .append(section.clippings().stream().map(Clipping::id).toList())
                        .append(' '));
        return layout.toString().strip();
    }

    private Deed latest() {
        return journal.of(EditEdition.subject(draft), 1).get(0);
    }

    private boolean undone() {
        Deed deed = latest();
        Optional<NewDeed> done = undo.undo(deed, SOKHA);
        done.ifPresent(it -> journal.markUndone(deed.id(), journal.record(it, NOON)));
        return done.isPresent();
    }

    @Test
    void itemsGoUpDownToTheTopAndToAnotherSection() {
        assertThat(layout(edited(new EditionEdit.Move(port, Way.UP))))
                .isEqualTo("statement[%s] news-clipping[%s, %s]".formatted(statement, port, ferry));
        assertThat(layout(edited(new EditionEdit.Move(port, Way.DOWN)))).endsWith("[%s, %s]".formatted(ferry, port));
        assertThat(layout(edited(new EditionEdit.Move(port, Way.TOP)))).endsWith("[%s, %s]".formatted(port, ferry));
        assertThat(layout(edited(new EditionEdit.Move(port, Way.UP)))).endsWith("[%s, %s]".formatted(port, ferry));
        assertThat(layout(edited(new EditionEdit.Place(ferry, Kind.STATEMENT, 0))))
                .isEqualTo("statement[%s, %s] news-clipping[%s]".formatted(ferry, statement, port));
        assertThat(layout(edited(new EditionEdit.Place(port, Kind.PUBLICATION, 9))))
                .isEqualTo("statement[%s, %s] publication[%s]".formatted(ferry, statement, port));
    }

    @Test
    void sectionsGoUpAndDown() {
        assertThat(layout(edited(new EditionEdit.MoveSection(Kind.NEWS_CLIPPING, Way.UP))))
                .isEqualTo("news-clipping[%s, %s] statement[%s]".formatted(ferry, port, statement));
    }

    @Test
    void itemIsTakenOutAndPutInAgainUnderItsKind() {
        assertThat(layout(edited(new EditionEdit.TakeOut(ferry))))
                .isEqualTo("statement[%s] news-clipping[%s]".formatted(statement, port));
        assertThat(layout(edited(new EditionEdit.Add(ferry, Optional.empty()))))
                .isEqualTo("statement[%s] news-clipping[%s, %s]".formatted(statement, port, ferry));
        assertThat(layout(edited(new EditionEdit.Add(ferry, Optional.of(Kind.STATEMENT)))))
                .endsWith("news-clipping[%s, %s]".formatted(port, ferry));
    }

    @Test
    void lastItemStays() {
        edited(new EditionEdit.TakeOut(ferry), new EditionEdit.TakeOut(port));
        assertThatThrownBy(() -> edited(new EditionEdit.TakeOut(statement)))
                .isInstanceOf(BadEdit.class)
                .hasMessageContaining("at least one");
    }

    @Test
    void wordsOfTheDeskAreKeptByLanguage() {
        Edition edition = edited(
                new EditionEdit.Title("A good week"),
                new EditionEdit.Introduction("Dear readers\r\n"),
                new EditionEdit.Translate(THAI, "สัปดาห์ที่ดี", ""),
                new EditionEdit.Reword(ferry, "", "In short."));

        assertThat(edition.title(THAI)).isEqualTo("สัปดาห์ที่ดี");
        assertThat(edition.introduction(THAI)).contains("Dear readers");
        assertThat(edition.ownWords(ferry)).isEqualTo(new OwnWords("", "In short."));
        assertThat(latest().content().what()).isEqualTo("changed");
        assertThat(latest().content().detail()).isEqualTo("introduction, title, translation th, words " + ferry);
    }

    @Test
    void translationIsStaleWhenTheOriginalHasChangedSince() {
        Edition translated =
                edited(new EditionEdit.Introduction("Dear readers"), new EditionEdit.Translate(THAI, "", "สวัสดี"));
        assertThat(translated.translation(THAI).orElseThrow().original()).isEqualTo(translated.originalWords());

        Edition changed = edited(new EditionEdit.Introduction("Dear friends"));
        assertThat(changed.translation(THAI).orElseThrow().original()).isNotEqualTo(changed.originalWords());
    }

    @Test
    void whatWasDoneIsTakenBackAndTheTakingBackToo() {
        String before = layout(editions.find(draft).orElseThrow());
        edited(new EditionEdit.TakeOut(ferry));
        assertThat(latest().content().actor()).isEqualTo(SOKHA);

        assertThat(undone()).isTrue();
        assertThat(layout(editions.find(draft).orElseThrow())).isEqualTo(before);
        assertThat(undone()).isTrue();
        assertThat(layout(editions.find(draft).orElseThrow())).doesNotContain("[" + ferry);
    }

    @Test
    void changeElsewhereDoesNotStandInTheWayButOneOnTopDoes() {
        edited(new EditionEdit.Title("First"));
        Deed first = latest();
        edited(new EditionEdit.Move(port, Way.UP));
        assertThat(undo.undo(first, SOKHA)).isPresent();
        assertThat(editions.find(draft).orElseThrow().title()).isEqualTo("River weekly 1");

        edited(new EditionEdit.Title("Second"));
        Deed second = latest();
        edited(new EditionEdit.Title("Third"));
        assertThat(undo.undo(second, SOKHA)).isEmpty();
        assertThat(editions.find(draft).orElseThrow().title()).isEqualTo("Third");
    }

    @Test
    void whatIsSentIsNeitherChangedNorTakenBack() {
        edited(new EditionEdit.Title("Last"));
        editions.keepRenderings(draft, List.of(new Rendering(Locale.ENGLISH, "s", "<p>h</p>", "t", "")), "print");
        editions.beginSending(draft);

        assertThatThrownBy(() -> edited(new EditionEdit.Title("Too late")))
                .isInstanceOf(BadEdit.class)
                .hasMessageContaining("is sent");
        assertThat(undone()).isFalse();
    }

    @Test
    void draftThatWasThrownAwayComesBackAsItWas() {
        edited(
                new EditionEdit.Introduction("Dear readers"),
                new EditionEdit.Translate(THAI, "", "สวัสดี"),
                new EditionEdit.Reword(ferry, "", "In short."),
                new EditionEdit.Move(port, Way.UP));
        Edition whole = editions.find(draft).orElseThrow();

        edit.throwAway(draft, SOKHA);
        assertThat(editions.find(draft)).isEmpty();
        assertThat(undone()).isTrue();

        assertThat(editions.find(draft).orElseThrow()).isEqualTo(whole);
    }

    @Test
    void draftWhoseClippingIsInAnotherByNowDoesNotComeBack() {
        edit.throwAway(draft, SOKHA);
        editions.add(
                new NewEdition(
                        WEEKLY,
                        new Period(NOON, NOON.plusSeconds(60)),
                        List.of(new Section(
                                Kind.NEWS_CLIPPING,
                                List.of(clippings.find(ferry).orElseThrow()))),
                        NOON),
                Optional.of(7));

        assertThat(undone()).isFalse();
    }

    @Test
    void startedDraftIsThrownAwayByTakingItsStartBack() {
        Deed made = new Deed(
                new DeedId(1),
                NOON,
                new NewDeed(SOKHA, EditEdition.subject(draft), EditEdition.MADE, "3", NOON.toString()),
                false,
                false);
        Optional<NewDeed> thrownAway = undo.undo(made, SOKHA);
        assertThat(thrownAway).map(NewDeed::what).contains("thrown-away");
        assertThat(editions.find(draft)).isEmpty();
        assertThat(undo.undo(made, SOKHA)).isEmpty();

        Optional<NewDeed> back =
                undo.undo(new Deed(new DeedId(2), NOON, thrownAway.orElseThrow(), false, false), SOKHA);
        assertThat(editions.find(draft)).isPresent();
        assertThat(undo.undo(new Deed(new DeedId(3), NOON, back.orElseThrow(), false, false), SOKHA))
                .isPresent();
    }

    @Test
    void approvalIsTakenBackByWhoGaveItAlone() {
        Actor mali = new Actor("mali@riverside.example");
        approvals.give(draft, new Approval("print-1", mali.name(), NOON));
        Deed approved = new Deed(
                new DeedId(1),
                NOON,
                new NewDeed(mali, EditEdition.subject(draft), EditEdition.APPROVED, "", "print-1"),
                false,
                false);

        assertThat(undo.undo(approved, SOKHA)).isEmpty();
        assertThat(undo.undo(approved, mali)).map(NewDeed::what).contains("approval-taken-back");
        assertThat(approvals.find(draft)).isEmpty();
    }
}
