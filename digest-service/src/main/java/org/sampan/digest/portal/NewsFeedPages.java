package org.sampan.digest.portal;

import java.time.Duration;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.settings.Settings;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Feeds of what is published, in three forms each. Who asks with the tag or the date of the last answer gets 304. */
@Controller
final class NewsFeedPages {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final NewsFeeds feeds;
    private final FeedWriter writer;

    NewsFeedPages(NewsFeeds feeds, Settings settings) {
        this.feeds = feeds;
        this.writer = new FeedWriter(settings.domain());
    }

    @GetMapping("/news/feed.{form:atom|rss|json}")
    ResponseEntity<byte[]> all(@PathVariable String form) {
        return answer(feeds.ofAllEditions(), form);
    }

    @GetMapping("/news/{series}/feed.{form:atom|rss|json}")
    ResponseEntity<byte[]> ofSeries(@PathVariable String series, @PathVariable String form) {
        return answer(feeds.ofSeries(series).orElseThrow(NotHere::new), form);
    }

    @GetMapping("/news/{sort:kinds|topics|countries|languages}/{name}/feed.{form:atom|rss|json}")
    ResponseEntity<byte[]> ofShelf(@PathVariable String sort, @PathVariable String name, @PathVariable String form) {
        return answer(feeds.ofShelf(Shelf.of(sort, name).orElseThrow(NotHere::new)), form);
    }

    private ResponseEntity<byte[]> answer(NewsFeed feed, String extension) {
        FeedForm form = FeedForm.of(extension).orElseThrow(NotHere::new);
        byte[] bytes = writer.write(feed, form);
        return ResponseEntity.ok()
                .contentType(form.type())
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .eTag("\"" + DigestUtils.md5DigestAsHex(bytes) + "\"")
                .lastModified(feed.updated())
                .body(bytes);
    }
}
