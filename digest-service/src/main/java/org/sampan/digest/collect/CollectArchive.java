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
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Reception;
import org.sampan.digest.source.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Goes back through what a source published before it was one: along the pages its feed names (RFC 5005, JSON Feed), or WordPress's
 * {@code ?paged=}. Politely: as the site's robots.txt allows, with a pause before each page, so many pages and no more, to the end or the first
 * page that has nothing new. Never throws for what the source does, and does not make it ailing.
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
    private final ItemReader items;
    private final Clippings clippings;
    private final Duration leastPause;

    @Autowired
    CollectArchive(Feeds feeds, ItemReader items, Clippings clippings) {
        this(feeds, items, clippings, LEAST_PAUSE);
    }

    CollectArchive(Feeds feeds, ItemReader items, Clippings clippings, Duration leastPause) {
        this.feeds = feeds;
        this.items = items;
        this.clippings = clippings;
        this.leastPause = leastPause;
    }

    /** Whoever wants it. */
    public interface Asker {
        /** Told before each page; false ends it there. */
        boolean goesOn(int page);
    }

    /** @param pages at most, the feed itself counted */
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

        Walk(Source source, Instant now) {
            this.source = source;
            this.now = now;
        }

        void go(int pages, Asker asker) throws FeedProblem, InterruptedException {
            Optional<URI> next = Optional.of(source.address());
            for (int number = 1; number <= pages && next.isPresent() && asker.goesOn(number); number++) {
                URI address = next.get();
                seen.add(address);
                Optional<Feed> page = page(address, number);
                boolean worthIt = page.isPresent() && (keep(page.get()) || number == 1);
                next = worthIt ? older(page.get(), number).filter(this::isOnTheWay) : Optional.empty();
            }
        }

        /** Empty beyond the last one. */
        private Optional<Feed> page(URI address, int number) throws FeedProblem, InterruptedException {
            Duration asked = feeds.delay(address);
            if (number > 1) {
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
            page.items().forEach(item -> intake.add(() -> items.read(item, page, source, now), item.identity()));
            Map<Reception, Integer> taken = intake.finish();
            taken.forEach((reception, count) -> receptions.merge(reception, count, Integer::sum));
            return taken.getOrDefault(Reception.NEW, 0) + taken.getOrDefault(Reception.MERGED, 0) > 0;
        }

        private Optional<URI> older(Feed page, int number) {
            named |= page.older().isPresent();
            return named ? page.older() : Optional.of(counted(number + 1));
        }

        private URI counted(int number) {
            String feed = source.address().toString();
            return URI.create(feed + (feed.contains("?") ? "&" : "?") + "paged=" + number);
        }

        /** Never to another site, nor in circles. */
        private boolean isOnTheWay(URI address) {
            return !seen.contains(address)
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
