package org.sampan.digest.collect;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sampan.digest.link.LinkFinding;
import org.sampan.digest.link.Loss;
import org.sampan.digest.link.WatchedLink;
import org.sampan.digest.link.WatchedLinks;
import org.sampan.digest.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Looks whether the originals of published stories still are where their links lead. Politely: with growing pauses, as their sites'
 * robots.txt allow, one site at most every few seconds, without loading a page. Never throws for what servers do.
 */
@Component
public class LookAtLinks {
    private static final Logger LOGGER = LoggerFactory.getLogger(LookAtLinks.class);
    private static final int AT_ONCE = 100;
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(5);
    /** Whoever has claimed links has looked at them by then, or is dead. */
    private static final Duration LEASE = Duration.ofHours(4);
    /** Also that of a language. */
    private static final Pattern FRONT_PAGE = Pattern.compile("/?|/[a-z]{2}/?|/index\\.[a-z]+");

    private final Feeds feeds;
    private final WatchedLinks links;
    private final List<Duration> pauses;
    private final Duration leastPause;
    private final Clock clock;

    @Autowired
    LookAtLinks(Feeds feeds, WatchedLinks links, Settings settings, Clock clock) {
        this(feeds, links, settings.collecting().linkPauses(), LEAST_PAUSE, clock);
    }

    LookAtLinks(Feeds feeds, WatchedLinks links, List<Duration> pauses, Duration leastPause, Clock clock) {
        this.feeds = feeds;
        this.links = links;
        this.pauses = pauses;
        this.leastPause = leastPause;
        this.clock = clock;
    }

    /**
     * Looks at some of those that are due.
     *
     * @return how many
     */
    public int look() {
        if (pauses.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        links.begin(now.plus(pauses.get(0)), AT_ONCE);
        List<WatchedLink> due = links.claim(now, now.plus(LEASE), AT_ONCE);
        Map<String, Long> asked = new HashMap<>();
        int looked = 0;
        try {
            for (WatchedLink link : due) {
                keep(link, find(link.url(), asked));
                looked++;
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        LOGGER.info("event=links-looked-at links={}", looked);
        return looked;
    }

    private LinkFinding find(URI url, Map<String, Long> asked) throws InterruptedException {
        try {
            rest(url, asked);
            PageAnswer answer = feeds.look(url);
            return switch (answer.status()) {
                case 404 -> new LinkFinding.Gone(Loss.NOT_FOUND);
                case 410 -> new LinkFinding.Gone(Loss.TAKEN_AWAY);
                default ->
                    answer.status() < 400
                            ? answer.movedTo().map(to -> moved(url, to)).orElseGet(LinkFinding.Fine::new)
                            : new LinkFinding.Unsure("answered " + answer.status());
            };
        } catch (FeedProblem problem) {
            return problem.isForWantOfHost()
                    ? new LinkFinding.Gone(Loss.NO_HOST)
                    : new LinkFinding.Unsure(String.valueOf(problem.getMessage()));
        }
    }

    /** Until its site may be asked again. */
    private void rest(URI url, Map<String, Long> asked) throws FeedProblem, InterruptedException {
        Duration wanted = feeds.delay(url);
        Duration pause = wanted.compareTo(leastPause) > 0 ? wanted : leastPause;
        String site = String.valueOf(url.getRawAuthority());
        Long last = asked.put(site, System.nanoTime());
        if (last != null) {
            Thread.sleep(Math.max(0, pause.minusNanos(System.nanoTime() - last).toMillis()));
            asked.put(site, System.nanoTime());
        }
    }

    /** Many a site leads from each page it has lost to its first; a site that now has https or no www is at the same place. */
    private static LinkFinding moved(URI from, URI to) {
        if (isFrontPage(to) && !isFrontPage(from)) {
            return new LinkFinding.Gone(Loss.FRONT_PAGE);
        }
        return place(from).equals(place(to))
                ? new LinkFinding.Fine()
                : new LinkFinding.Moved(
                        CanonicalLink.of(to.toString(), to.toString()).orElse(to));
    }

    private static boolean isFrontPage(URI url) {
        return FRONT_PAGE.matcher(Optional.ofNullable(url.getPath()).orElse("")).matches() && url.getRawQuery() == null;
    }

    private static String place(URI url) {
        String whole =
                CanonicalLink.of(url.toString(), url.toString()).orElse(url).toString();
        return whole.replaceFirst("^https?://(www\\.)?", "")
                .replaceFirst("/$", "")
                .toLowerCase(Locale.ROOT);
    }

    private void keep(WatchedLink link, LinkFinding found) {
        WatchedLink now = link.after(found, clock.instant(), pauses);
        links.keep(now);
        if (found instanceof LinkFinding.Unsure unsure) {
            LOGGER.info(
                    "event=link-unsure clipping={} url={} reason=\"{}\"", link.clipping(), link.url(), unsure.why());
        }
        if (now.state() != link.state()) {
            LOGGER.info(
                    "event=link-changed clipping={} url={} state={}",
                    link.clipping(),
                    link.url(),
                    now.state().slug());
        }
    }
}
