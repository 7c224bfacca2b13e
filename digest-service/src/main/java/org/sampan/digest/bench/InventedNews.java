package org.sampan.digest.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Invented stories, always the same for the same numbers: about 2 kB of text each, a feed in one of eight languages; every
 * eleventh item of a feed is told by the feed of the same language before it too, under another lead.
 */
final class InventedNews {
    /** Of so many items of a feed one is another feed's story. */
    static final int REPEATED_EVERY = 11;

    private static final Tongue[] TONGUES = Tongue.values();
    private static final Duration SPAN = Duration.ofDays(28);
    private static final int PARAGRAPHS = 5;

    private final int feeds;
    private final int items;
    private final Instant newest;

    InventedNews(int feeds, int items, Instant newest) {
        this.feeds = feeds;
        this.items = items;
        this.newest = newest;
    }

    /** One item. {@code paragraphs} are HTML. */
    record Item(String link, String title, Instant publishedAt, String lead, String paragraphs) {}

    int feeds() {
        return feeds;
    }

    int items() {
        return items;
    }

    Tongue tongue(int feed) {
        return TONGUES[feed % TONGUES.length];
    }

    /** How many stories the feeds tell together. */
    int stories() {
        int repeated = (items + REPEATED_EVERY - 1) / REPEATED_EVERY;
        return feeds * (items - repeated) + Math.min(feeds, TONGUES.length) * repeated;
    }

    Item item(int feed, int number) {
        boolean repeated = number % REPEATED_EVERY == 0;
        int teller = repeated ? feed % TONGUES.length : feed;
        Random story = new Random(teller * 1_000_003L + number);
        Tongue tongue = tongue(feed);
        String title = tongue.sentence(story, 9);
        String text = IntStream.range(0, PARAGRAPHS)
                .mapToObj(paragraph -> "<p>" + paragraph(tongue, story) + "</p>")
                .collect(Collectors.joining("\n"));
        Random own = new Random(feed * 7_919L + number);
        Instant published = newest.minus(SPAN.multipliedBy(number).dividedBy(items))
                .minusSeconds(teller)
                .truncatedTo(ChronoUnit.SECONDS);
        return new Item(
                "https://news-" + feed + ".example/2026/" + number,
                repeated ? tongue.sentence(own, 9) : title,
                published,
                "<p>" + tongue.sentence(own, 12) + "</p>",
                text);
    }

    private static String paragraph(Tongue tongue, Random random) {
        return IntStream.range(0, 4)
                .mapToObj(sentence -> tongue.sentence(random, 14))
                .collect(Collectors.joining());
    }
}
