package org.sampan.digest.clipping;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sampan.digest.fixture.Stories.HARBOUR;
import static org.sampan.digest.fixture.Stories.RIVERSIDE;
import static org.sampan.digest.fixture.Stories.burmeseActivity;
import static org.sampan.digest.fixture.Stories.ferryWorkers;
import static org.sampan.digest.fixture.Stories.offer;
import static org.sampan.digest.fixture.Stories.statement;
import static org.sampan.digest.fixture.Stories.thaiTraining;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.digest.fixture.Stories;

interface ClippingFilterContract {
    /** Empty. */
    Clippings clippings();

    private static void fill(Clippings clippings) {
        clippings.take(offer(ferryWorkers().withTopics(List.of(new Topic("wages"), new Topic("unions"))), HARBOUR));
        clippings.take(offer(statement(), HARBOUR));
        clippings.take(offer(thaiTraining(), RIVERSIDE));
        clippings.take(offer(burmeseActivity(), RIVERSIDE));
    }

    private static List<String> found(Clippings clippings, ClippingFilter filter) {
        return clippings.page(filter, Optional.empty(), 10).stream()
                .map(clipping -> clipping.story().language() + " "
                        + clipping.story().kind().slug())
                .toList();
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String field : text.split(";")) {
            fields.put(field.split("=")[0].strip(), field.split("=")[1].strip());
        }
        return fields;
    }

    /** Newest first: my activity (19th), en news-clipping (18th), en statement (17th), th activity (16th). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind=activity                             | my activity,th activity",
                "country=th                                | en news-clipping,th activity",
                "topic=unions                              | en news-clipping",
                "topic=fishing                             | ''",
                "language=en                               | en news-clipping,en statement",
                "source=https://riverside.example/atom.xml | my activity,th activity",
                "since=2026-11-18                          | my activity,en news-clipping",
                "until=2026-11-17                          | en statement,th activity",
                "since=2026-11-17;until=2026-11-18;kind=statement | en statement",
                "q=day rest                                | en news-clipping",
                "q=ferr                                    | en news-clipping",
                "q=delta courier                           | en news-clipping",
                "q=undersigned fees;language=th            | ''",
                "q=ค่าแรง                                   | th activity",
                "q=ဆွေးနွေးပွဲ                                | my activity",
                "q=nothing of the kind                     | ''",
                "q=!!                                      | ''",
                "state=new                                 | my activity,en news-clipping,en statement,th activity",
                "state=used                                | ''"
            })
    default void filtersByWhatIsAskedFor(String asked, String expected) {
        Clippings clippings = clippings();
        fill(clippings);
        ClippingFilter filter = FilterFields.read(fields(asked), UTC);

        assertThat(String.join(",", found(clippings, filter))).isEqualTo(expected);
        assertThat(clippings.count(filter).get(ClippingState.NEW))
                .isEqualTo(
                        filter.state().filter(ClippingState.USED::equals).isPresent()
                                ? 4
                                : found(clippings, filter).size());
        assertThat(FilterFields.read(FilterFields.of(filter), UTC)).isEqualTo(filter);
        List<Clipping> page = clippings.page(filter, Optional.empty(), 1);
        assertThat(clippings.find(filter, Optional.empty(), 1)).isEqualTo(new Found(page, clippings.count(filter)));
        Optional<ClippingId> last = page.stream().map(Clipping::id).findFirst();
        assertThat(clippings.find(filter, last, 10))
                .isEqualTo(new Found(clippings.page(filter, last, 10), clippings.count(filter)));
    }

    @Test
    default void pagesOfAFilterFollowOneAnother() {
        Clippings clippings = clippings();
        fill(clippings);
        ClippingFilter english = FilterFields.read(Map.of("language", "en"), UTC);

        List<Clipping> first = clippings.page(english, Optional.empty(), 1);
        List<Clipping> second = clippings.page(english, Optional.of(first.get(0).id()), 1);

        assertThat(first.get(0).story().kind()).isEqualTo(Kind.NEWS_CLIPPING);
        assertThat(second.get(0).story().kind()).isEqualTo(Kind.STATEMENT);
        assertThat(clippings.page(english, Optional.of(second.get(0).id()), 1)).isEmpty();
    }

    @Test
    default void stateFollowsDeskAndEditions() {
        Clippings clippings = clippings();
        fill(clippings);
        List<Clipping> all = clippings.page(Optional.empty(), 10);
        clippings.change(all.get(0).id(), all.get(0).story(), true);
        clippings.noteUse(Set.of(all.get(0).id(), all.get(1).id()), Set.of());

        assertThat(clippings.count(ClippingFilter.ALL))
                .isEqualTo(Map.of(ClippingState.NEW, 2, ClippingState.USED, 1, ClippingState.OMITTED, 1));
        assertThat(clippings.page(ClippingFilter.ALL.withState(ClippingState.USED), Optional.empty(), 10))
                .extracting(Clipping::id)
                .containsExactly(all.get(1).id());

        clippings.noteUse(Set.of(), Set.of(all.get(1).id()));
        assertThat(clippings.count(ClippingFilter.ALL).get(ClippingState.USED)).isZero();
    }

    @Test
    default void everybodyMayReadWhatWasShownTheLatestFirst() {
        Clippings clippings = clippings();
        fill(clippings);
        List<ClippingId> all =
                clippings.page(Optional.empty(), 10).stream().map(Clipping::id).toList();
        Instant monday = Instant.parse("2026-11-23T01:00:00Z");
        clippings.noteShown(List.of(all.get(3)), monday.plusSeconds(1));
        clippings.noteShown(all.subList(1, 4), monday);

        List<Clipping> shown = clippings.shown(ClippingFilter.ALL, Optional.empty(), 2);
        assertThat(shown).extracting(Clipping::id).containsExactly(all.get(3), all.get(1));
        assertThat(clippings.shown(ClippingFilter.ALL, Optional.of(all.get(1)), 2))
                .extracting(Clipping::id)
                .containsExactly(all.get(2));
        assertThat(clippings.shown(ClippingFilter.ALL.withKind(Kind.STATEMENT), Optional.empty(), 9))
                .hasSize(1);
        assertThat(clippings.shownSince(all.get(3))).contains(monday.plusSeconds(1));
        assertThat(clippings.shownSince(all.get(0))).isEmpty();
    }

    @Test
    default void wordsFollowWhatTheDeskWrites() {
        Clippings clippings = clippings();
        fill(clippings);
        Clipping one = clippings.page(Optional.empty(), 1).get(0);
        clippings.change(one.id(), statement(), false);

        assertThat(clippings.page(ClippingFilter.ALL.withWords("ဆွေးနွေးပွဲ"), Optional.empty(), 10))
                .isEmpty();
        assertThat(clippings.page(ClippingFilter.ALL.withWords("brick kiln"), Optional.empty(), 10))
                .hasSize(2);
    }

    /** Midnight in Bangkok is five in the afternoon of the day before in UTC. */
    @Test
    default void daysBeginAtTheNetworksMidnight() {
        ClippingFilter sunday =
                FilterFields.read(Map.of("since", "2026-11-22", "until", "2026-11-22"), ZoneId.of("Asia/Bangkok"));
        Clippings clippings = clippings();
        for (String at : List.of(
                "2026-11-21T16:59:59Z", "2026-11-21T17:00:00Z", "2026-11-22T16:59:59Z", "2026-11-22T17:00:00Z")) {
            Story story = Stories.like(Stories.ferryWorkers(), "A ferry at " + at, Instant.parse(at));
            clippings.add(Stories.offer(story, Stories.HARBOUR));
        }

        assertThat(clippings.page(sunday, Optional.empty(), 10))
                .extracting(one -> one.story().title())
                .containsExactly("A ferry at 2026-11-22T16:59:59Z", "A ferry at 2026-11-21T17:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "kind,gossip",
        "country,Laos",
        "topic,'a,b'",
        "language,!!",
        "source,no address",
        "since,yesterday",
        "state,x"
    })
    default void whatCannotBeFilteredByIsNamed(String field, String value) {
        assertThatThrownBy(() -> FilterFields.read(Map.of(field, value), UTC))
                .isInstanceOfSatisfying(
                        BadFilter.class, bad -> assertThat(bad.field()).isEqualTo(field))
                .hasMessageContaining(value);
    }
}
