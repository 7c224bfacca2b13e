package org.sampan.digest.collect;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What sites let programs fetch (RFC 9309), kept for an hour. A feed is published for programs and asked for without it; pages and
 * archives are not. A site without rules allows everything; one whose rules cannot be had, nothing.
 */
final class Robots {
    /** Longer than this between two pages means: not at all. */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);

    private final HttpFeeds http;
    private final List<String> names;
    private final SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    private final Cache<String, BaseRobotRules> known = Caffeine.newBuilder()
            .maximumSize(500)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    /** @param agent how this program names itself; its rules are those for the first word */
    Robots(HttpFeeds http, String agent) {
        this.http = http;
        // What is too long is judged here: the parser would only say that all is forbidden.
        parser.setMaxCrawlDelay(Duration.ofDays(1).toMillis());
        this.names = List.of(agent.toLowerCase(Locale.ROOT).replaceAll("[^a-z_-].*", ""));
    }

    /** @throws FeedProblem when its site asks programs not to fetch it */
    void refuseForbidden(URI url) throws FeedProblem {
        if (!rules(url).isAllowed(url.toString())) {
            throw new FeedProblem("is closed to programs by its site's robots.txt");
        }
    }

    /** How long its site wants to be left alone between two pages. */
    Duration delay(URI url) throws FeedProblem {
        long milliseconds = rules(url).getCrawlDelay();
        Duration delay =
                milliseconds == BaseRobotRules.UNSET_CRAWL_DELAY ? Duration.ZERO : Duration.ofMillis(milliseconds);
        if (delay.compareTo(LONGEST_DELAY) > 0) {
            throw new FeedProblem("its site wants " + delay.toMinutes() + " minutes between two pages");
        }
        return delay;
    }

    private BaseRobotRules rules(URI url) throws FeedProblem {
        String site = url.getScheme() + "://" + url.getRawAuthority();
        BaseRobotRules rules = Optional.ofNullable(known.getIfPresent(site)).orElse(null);
        if (rules == null) {
            rules = fetch(URI.create(site + "/robots.txt"));
            known.put(site, rules);
        }
        return rules;
    }

    private BaseRobotRules fetch(URI address) throws FeedProblem {
        try {
            Fetched.Body body = http.whole(address, "text/plain, */*;q=0.1");
            return parser.parseContent(address.toString(), body.bytes(), "text/plain", names);
        } catch (FeedProblem problem) {
            if (problem.status().filter(status -> status >= 400 && status < 500).isPresent()) {
                return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
            }
            throw new FeedProblem("its site's robots.txt cannot be read: it " + problem.getMessage(), problem);
        }
    }
}
