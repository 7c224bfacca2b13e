package org.sampan.digest.collect;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Reception;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.Sources;
import org.sampan.digest.source.Validators;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Collects from one source. Never throws for what the source does: a bad feed is marked ailing with the reason, and a
 * bad item is passed over. Running it twice changes nothing.
 */
@Component
public class CollectSource {
    private static final Logger LOGGER = LoggerFactory.getLogger(CollectSource.class);

    private final Feeds feeds;
    private final FeedReader reader = new FeedReader();
    private final ItemReader items;
    private final Clippings clippings;
    private final Sources sources;

    CollectSource(Feeds feeds, ItemReader items, Clippings clippings, Sources sources) {
        this.feeds = feeds;
        this.items = items;
        this.clippings = clippings;
        this.sources = sources;
    }

    public Collected collect(Source source, Clock clock) {
        Instant now = clock.instant();
        try {
            Collected collected =
                    feeds.fetch(source) instanceof Fetched.Body body ? keep(source, body, now) : unchanged(source, now);
            LOGGER.info(
                    "event=collected source={} items={} new={} merged={}",
                    source.url(),
                    collected.items(),
                    collected.fresh(),
                    collected.merged());
            return collected;
        } catch (FeedProblem problem) {
            String reason = String.valueOf(problem.getMessage());
            LOGGER.warn("event=collect-failed source={} reason=\"{}\"", source.url(), reason);
            sources.failed(source.id(), now, reason, problem.pause());
            return Collected.failed(source.url(), reason);
        }
    }

    private Collected unchanged(Source source, Instant now) {
        sources.collected(source.id(), now, source.validators());
        return Collected.nothing(source.url(), source.items());
    }

    private Collected keep(Source source, Fetched.Body body, Instant now) throws FeedProblem {
        Feed feed = reader.read(body, source.address().toString());
        Intake intake = new Intake(source, clippings);
        for (FeedItem item : feed.items()) {
            intake.add(() -> items.read(item, feed, source, now), item.identity());
        }
        Map<Reception, Integer> receptions = intake.finish();
        body.movedTo().ifPresent(address -> move(source, address, now));
        sources.collected(source.id(), now, intake.isWhole() ? body.validators() : Validators.NONE);
        return new Collected(
                source.url(),
                feed.items().size(),
                receptions.getOrDefault(Reception.NEW, 0),
                receptions.getOrDefault(Reception.MERGED, 0),
                receptions.getOrDefault(Reception.CHANGED, 0),
                receptions.getOrDefault(Reception.UNCHANGED, 0),
                Optional.empty());
    }

    /** Only now that it has given a feed there: domains that lapse lead anywhere, for good. */
    private void move(Source source, URI address, Instant now) {
        sources.moved(source.id(), address, now);
        LOGGER.info("event=source-moved source={} to={}", source.url(), address);
    }
}
