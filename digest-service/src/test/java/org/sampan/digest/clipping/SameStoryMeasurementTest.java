package org.sampan.digest.clipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.SameStory.Relation;
import org.sampan.digest.fixture.Stories;

/**
 * Measures how well nearly the same stories are found by their texts alone: every story of the demo's feeds as other
 * editors would print it, against all stories, their templates and round-ups. More feeds may be named in
 * {@code SAMPAN_MEASURE_FEEDS} (a folder); the figures are printed.
 */
class SameStoryMeasurementTest {
    private static final String LEAD =
            "The newsroom of the Delta Courier has received the following text and prints it as it came in this week. ";
    private static final String BOILERPLATE = " The Harbour Workers' Centre is an organisation of, by and for people"
            + " who work in ports and on boats. Founded by eleven deckhands, it has offices in four towns and answers"
            + " calls on every day of the year. Write to us for permission to reprint.";
    private static final String INVITATION = "You are kindly invited to the monthly meeting of the network's working"
            + " group on %s, held online on %s at two in the afternoon. Interpretation is offered in five languages."
            + " Please register with %s by the day before, and send your questions for the guest, %s, ahead of time.";

    private static final Map<String, UnaryOperator<String>> REPRINTS = new TreeMap<>(Map.of(
            "under a new lead", text -> LEAD + text,
            "with the sender's boilerplate", text -> text + BOILERPLATE,
            "cut by a third", text -> text.substring(0, text.length() * 2 / 3),
            "every fifth sentence left out", SameStoryMeasurementTest::shortened,
            "every fifteenth word changed", SameStoryMeasurementTest::reworded));

    private final SameStory sameStory = new SameStory();

    @Test
    void reprintsAreFoundAndNothingElseIs() {
        List<String> stories = stories();
        Map<String, Long> found = new TreeMap<>();
        REPRINTS.forEach((how, reprint) -> found.put(
                how,
                stories.stream()
                        .filter(text -> areSame(text, reprint.apply(text)))
                        .count()));
        List<String> others = Stream.concat(stories.stream(), others(stories)).toList();
        long wrong = IntStream.range(0, others.size())
                .mapToLong(one -> IntStream.range(one + 1, others.size())
                        .filter(other -> areSame(others.get(one), others.get(other)))
                        .count())
                .sum();
        long right = found.values().stream().mapToLong(Long::longValue).sum();
        double recall = right / (double) (stories.size() * REPRINTS.size());
        double precision = right / (double) (right + wrong);
        System.out.printf(
                "same story: %d stories, recall %.3f %s, precision %.3f (%d wrong of %d pairs)%n",
                stories.size(), recall, found, precision, wrong, others.size() * (others.size() - 1) / 2);
        assertThat(recall).isGreaterThan(0.95);
        assertThat(precision).isGreaterThan(0.98);
    }

    /** All ways a text is found: by a band of its sketch, by enough of its least pieces, and then by all pieces. */
    private boolean areSame(String one, String other) {
        Story story = story(one);
        Shingles shingles = SameStory.shingles(story);
        MinHash mine = MinHash.of(shingles);
        MinHash theirs = MinHash.of(SameStory.shingles(story(other)));
        List<Long> bands = boxed(mine.bands());
        long shared = IntStream.range(0, mine.least().length)
                .filter(bin -> mine.least()[bin].equals(theirs.least()[bin]))
                .count();
        boolean candidate = boxed(theirs.bands()).stream().anyMatch(bands::contains) && shared >= MinHash.FEWEST_SHARED;
        Offer offer = new Offer(
                story, new Origin(Stories.HARBOUR, Optional.empty(), Optional.empty(), Stories.COLLECTED), "1");
        Clipping known = new Clipping(
                new ClippingId(1),
                story(other),
                List.of(new Origin(Stories.RIVERSIDE, Optional.empty(), Optional.empty(), Stories.COLLECTED)),
                Stories.COLLECTED,
                ClippingState.NEW);
        return candidate && sameStory.relation(offer, shingles, known) == Relation.SAME;
    }

    private static List<Long> boxed(long[] bands) {
        return java.util.Arrays.stream(bands).boxed().toList();
    }

    private static Stream<String> others(List<String> stories) {
        String roundUp = stories.stream()
                .map(text -> text.substring(0, Math.min(text.length(), 160)))
                .limit(12)
                .collect(Collectors.joining(" "));
        return Stream.of(
                INVITATION.formatted(
                        "women's health", "3 December", "Malee Srisuk", "a midwife from the border clinic"),
                INVITATION.formatted(
                        "wages in fishing", "7 January", "Htun Htun Oo", "the author of a study of 412 boats"),
                INVITATION.formatted("schooling", "4 February", "Sokha Chan", "two teachers of the riverside school"),
                "A short note for the file of the Harbour Workers' Centre about storage rooms and keys." + BOILERPLATE,
                "On Tuesday the office is closed for cleaning; calls are answered by the night team instead."
                        + BOILERPLATE,
                roundUp);
    }

    private static String shortened(String text) {
        String[] sentences = text.split("(?<=[.!?။។。]) *");
        return IntStream.range(0, sentences.length)
                .filter(i -> i % 5 != 4)
                .mapToObj(i -> sentences[i])
                .collect(Collectors.joining(" "));
    }

    private static String reworded(String text) {
        String[] words = text.split(" ");
        return IntStream.range(0, words.length)
                .mapToObj(i -> i % 15 == 14 ? "instead" : words[i])
                .collect(Collectors.joining(" "));
    }

    private static List<String> stories() {
        List<Path> folders = new ArrayList<>(List.of(Path.of("../config/demo/feeds")));
        Optional.ofNullable(System.getenv("SAMPAN_MEASURE_FEEDS"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .ifPresent(folders::add);
        List<String> texts = new ArrayList<>();
        folders.stream()
                .flatMap(SameStoryMeasurementTest::files)
                .flatMap(SameStoryMeasurementTest::texts)
                .forEach(text -> {
                    if (Shingles.of(text).isTelling()
                            && texts.stream().noneMatch(known -> opening(known).equals(opening(text)))) {
                        texts.add(text);
                    }
                });
        return texts;
    }

    /** The demo tells some stories twice, under another title. */
    private static String opening(String text) {
        return text.substring(0, Math.min(80, text.length()));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.naturalOrder()).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> texts(Path feed) {
        try {
            return Jsoup.parse(Files.readString(feed), "", Parser.xmlParser()).select("item, entry").stream()
                    .map(SameStoryMeasurementTest::text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Element item) {
        return item.select("content|encoded, description, content, summary").stream()
                .map(field -> Jsoup.parseBodyFragment(field.text()).text())
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static Story story(String text) {
        Story like = Stories.statement();
        return Stories.like(
                new Story(
                        like.title(),
                        like.kind(),
                        like.publishedAt(),
                        like.byline(),
                        like.outlet(),
                        like.language(),
                        like.country(),
                        Optional.empty(),
                        "<p>" + text + "</p>",
                        ""),
                "Title " + text.hashCode(),
                publishedAt(text));
    }

    /** Invitations go out month by month. */
    private static Instant publishedAt(String text) {
        Instant one = Stories.statement().publishedAt();
        if (!text.startsWith("You are kindly invited")) {
            return one;
        }
        return one.plus(Duration.ofDays(text.contains("January") ? 35 : text.contains("February") ? 63 : 0));
    }
}
