package org.sampan.digest.collect;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Reception;
import org.sampan.digest.source.Bookmark;
import org.sampan.digest.source.Bookmarks;
import org.sampan.digest.source.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Goes back through what a source published before it was one: along the pages its feed names (RFC 5005, JSON Feed), or WordPress's
 * {@code ?paged=}. Politely: as the site's robots.txt allows, with a pause before each page, so many pages and no more. The next time goes on
 * where this one ended; once the end was reached, it looks for what came since, to the first page that has nothing new. Never throws for
 * what the source does, and does not make it ailing.
 */
@Component
public class CollectArchive {
    /** More pages than this at once nobody waits for. */
    public static final int MOST_PAGES = 100;

    public static final int USUAL_PAGES = 10;

    private static final Logger LOGGER = LoggerFactory.getLogger(CollectArchive.class);
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(5);

    private final Feeds feeds;
    private final FeedReader reader = new FeedReader();
    private final ItemReader reading;
    private final Clippings clippings;
    private final Bookmarks bookmarks;
    private final Duration leastPause;

    @Autowired
    CollectArchive(Feeds feeds, ItemReader items, Clippings clippings, Bookmarks bookmarks) {
        this(feeds, items, clippings, bookmarks, LEAST_PAUSE);
    }

    CollectArchive(Feeds feeds, ItemReader items, Clippings clippings, Bookmarks bookmarks, Duration leastPause) {
        this.feeds = feeds;
        this.reading = items;
        this.clippings = clippings;
        this.bookmarks = bookmarks;
        this.leastPause = leastPause;
    }

    /** Whoever wants it. */
    public interface Asker {
        /** Told before each page, the first asked for being 1; false ends it there. */
        boolean goesOn(int page);
    }

    /** @param pages at most, this time */
    public Collected collect(Source source, int pages, Clock clock, Asker asker) {
        Walk walk = new Walk(source, clock.instant());
        try {
            walk.go(Math.min(pages, MOST_PAGES), asker);
            return walk.collected(Optional.empty());
        } catch (FeedProblem problem) {
            LOGGER.warn("event=archive-failed source={} reason=\"{}\"", source.url(), problem.getMessage());
            return walk.collected(Optional.of(String.valueOf(problem.getMessage())));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return walk.collected(Optional.of("was broken off: the program ended"));
        } finally {
            LOGGER.info("event=archive-collected source={} pages={}", source.url(), walk.seen.size());
        }
    }

    /** One way back. */
    private final class Walk {
        private final Source source;
        private final Instant now;
        private final Set<URI> seen = new HashSet<>();
        private final Map<Reception, Integer> receptions = new EnumMap<>(Reception.class);
        /** The site names its pages; else they are counted. */
        private boolean named;
        /** Of the page before. */
        private Set<String> items = Set.of();

        Walk(Source source, Instant now) {
            this.source = source;
            this.now = now;
        }

        void go(int pages, Asker asker) throws FeedProblem, InterruptedException {
            Bookmark place = beginning();
            for (int asked = 1; asked <= pages && place.next().isPresent() && asker.goesOn(asked); asked++) {
                place = read(place, place.next().get());
                bookmarks.put(source.url(), place);
            }
        }

        /** Where the last time ended; after the end, and where that is no place of this site any more, the feed itself. */
        private Bookmark beginning() {
            Optional<Bookmark> last = bookmarks.find(source.url());
            boolean ended = last.filter(it -> it.next().isEmpty()).isPresent();
            return last.filter(it -> it.next().filter(this::isOnTheWay).isPresent())
                    .orElseGet(() -> new Bookmark(1, Optional.of(source.address()), ended));
        }

        /** Keeps what is on a page; answers the one after it. */
        private Bookmark read(Bookmark place, URI address) throws FeedProblem, InterruptedException {
            boolean first = seen.isEmpty();
            Optional<Feed> page = page(address, place.page());
            seen.add(address);
            boolean fresh = page.isPresent() && keep(page.get());
            boolean worthIt = page.isPresent() && (fresh || first || !place.untilKnown());
            return new Bookmark(
                    place.page() + 1,
                    worthIt ? older(page.get(), place.page()).filter(this::isOnTheWay) : Optional.empty(),
                    place.untilKnown());
        }

        /** Empty beyond the last one. */
        private Optional<Feed> page(URI address, int number) throws FeedProblem, InterruptedException {
            Duration asked = feeds.delay(address);
            if (!seen.isEmpty()) {
                Thread.sleep((asked.compareTo(leastPause) > 0 ? asked : leastPause).toMillis());
            }
            try {
                return Optional.of(reader.read(feeds.archivePage(address), address.toString()));
            } catch (FeedProblem problem) {
                boolean isEnd = number > 1
                        && problem.status().filter(it -> it == 404 || it == 410).isPresent();
                if (isEnd) {
                    return Optional.empty();
                }
                throw problem;
            }
        }

        /** True when there was something new. */
        private boolean keep(Feed page) {
            Intake intake = new Intake(source, clippings);
            page.items().forEach(item -> intake.add(() -> reading.read(item, page, source, now), item.identity()));
            Map<Reception, Integer> taken = intake.finish();
            taken.forEach((reception, count) -> receptions.merge(reception, count, Integer::sum));
            return taken.getOrDefault(Reception.NEW, 0) + taken.getOrDefault(Reception.MERGED, 0) > 0;
        }

        /** Many a site gives the same page under every number. */
        private Optional<URI> older(Feed page, int number) {
            Set<String> onIt = page.items().stream().map(FeedItem::identity).collect(Collectors.toSet());
            boolean again = onIt.isEmpty() || onIt.equals(items);
            items = onIt;
            named |= page.older().isPresent();
            return named ? page.older() : Optional.of(counted(number + 1)).filter(it -> !again);
        }

        private URI counted(int number) {
            String feed = source.address().toString();
            return URI.create(feed + (feed.contains("?") ? "&" : "?") + "paged=" + number);
        }

        /** Never to another site, nor in circles. */
        private boolean isOnTheWay(URI address) {
            return !seen.contains(address)
                    && !address.equals(source.address())
                    && String.valueOf(address.getRawAuthority())
                            .equalsIgnoreCase(source.address().getRawAuthority());
        }

        Collected collected(Optional<String> problem) {
            return new Collected(
                    source.url(),
                    receptions.values().stream().mapToInt(Integer::intValue).sum(),
                    receptions.getOrDefault(Reception.NEW, 0),
                    receptions.getOrDefault(Reception.MERGED, 0),
                    receptions.getOrDefault(Reception.CHANGED, 0),
                    receptions.getOrDefault(Reception.UNCHANGED, 0),
                    problem);
        }
    }
}
