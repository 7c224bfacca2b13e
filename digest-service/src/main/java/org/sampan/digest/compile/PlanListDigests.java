package org.sampan.digest.compile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.listdigest.DigestHour;
import org.sampan.digest.listdigest.ListDigests;
import org.sampan.digest.listdigest.NewListDigest;
import org.sampan.digest.listdigest.NewListDigest.Period;
import org.sampan.digest.listdigest.PostsOfPeriod;
import org.sampan.digest.mailserver.DeliveryMode;
import org.sampan.digest.mailserver.DigestReaders;
import org.sampan.digest.mailserver.DigestTimes;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.Post;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Decides which digests of a list's traffic are to be sent now: where it is the hour for them, or so much has gathered that it would
 * be too much by then. Readers in zones with the same hour and nothing but the same behind them share one.
 */
@Component
public class PlanListDigests {
    /** A post may be in the archive this long after the moment it says it was received. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    private static final Logger LOGGER = LoggerFactory.getLogger(PlanListDigests.class);

    private final ListDigests digests;
    private final PostsOfPeriod posts;
    private final Clock clock;

    PlanListDigests(ListDigests digests, PostsOfPeriod posts, Clock clock) {
        this.digests = digests;
        this.posts = posts;
        this.clock = clock;
    }

    /** @param readers of one list */
    public void plan(ListAddress list, List<DigestReaders> readers, DigestTimes times) {
        Instant settled = clock.instant().minus(SETTLED).truncatedTo(ChronoUnit.MILLIS);
        Map<Due, List<String>> zones = new LinkedHashMap<>();
        for (DigestReaders some : readers) {
            due(list, some, times, settled)
                    .ifPresent(it ->
                            zones.computeIfAbsent(it, key -> new ArrayList<>()).add(some.timezone()));
        }
        zones.forEach(
                (due, itsZones) -> decide(new NewListDigest(list, due.mode(), itsZones, due.period(), due.occasion())));
    }

    private Optional<Due> due(ListAddress list, DigestReaders readers, DigestTimes times, Instant settled) {
        Instant covered = digests.coveredUntil(list, readers.mode(), readers.timezone(), settled);
        DigestHour hour = DigestHour.latest(settled, readers.mode(), times.zone(readers.timezone()), times);
        if (covered.isBefore(hour.at())) {
            return Optional.of(new Due(
                    readers.mode(), new Period(covered, hour.at()), hour.day().toString()));
        }
        Period sinceThen = new Period(covered, settled);
        boolean full = times.digestBytes() > 0
                && readers.mode() != DeliveryMode.TITLES
                && covered.isBefore(settled)
                && posts.of(list, sinceThen).stream().mapToLong(Post::bytes).sum() >= times.digestBytes();
        return full ? Optional.of(new Due(readers.mode(), sinceThen, "full " + settled)) : Optional.empty();
    }

    private void decide(NewListDigest digest) {
        if (posts.of(digest.list(), digest.period()).isEmpty()) {
            digests.skip(digest);
            return;
        }
        digests.plan(digest, clock.instant())
                .ifPresent(it -> LOGGER.info(
                        "event=digest-planned list={} number={} mode={} zones={}",
                        digest.list(),
                        it.number(),
                        digest.mode().word(),
                        digest.zones().size()));
    }

    private record Due(DeliveryMode mode, Period period, String occasion) {}
}
