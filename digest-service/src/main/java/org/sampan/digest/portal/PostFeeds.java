package org.sampan.digest.portal;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.mailserver.Post;
import org.sampan.digest.mailserver.PostPage;
import org.sampan.digest.mailserver.PostQuery;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.settings.Settings;
import org.springframework.stereotype.Component;

/** Writes a list's newest posts as an Atom feed (RFC 4287): titles and links, no texts. */
@Component
final class PostFeeds {
    private static final int NEWEST = 30;

    private final MailServer mailServer;
    private final URI web;

    PostFeeds(MailServer mailServer, Settings settings) {
        this.mailServer = mailServer;
        this.web = settings.web().url();
    }

    /** @param self path of the feed; for private lists without the secret in it */
    byte[] of(MailingList list, String self) {
        PostPage posts =
                mailServer.posts(list.address(), PostQuery.newest(NEWEST)).orElseThrow(NotHere::new);
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setTitle(list.name());
        feed.setUri(web + self);
        feed.setAuthor(list.address().text());
        feed.setLanguage(list.language());
        feed.setLinks(List.of(
                link("self", self, "application/atom+xml"),
                link("alternate", "/lists/" + list.address().name() + "/posts", "text/html")));
        feed.setPublishedDate(Date.from(
                posts.posts().stream().map(Post::receivedAt).findFirst().orElse(Instant.EPOCH)));
        feed.setEntries(posts.posts().stream()
                .filter(post -> !post.from().isEmpty())
                .map(post -> entry(post, list))
                .toList());
        return written(feed);
    }

    private SyndEntry entry(Post post, MailingList list) {
        PostCard card = PostCard.of(post, list);
        SyndEntry entry = new SyndEntryImpl();
        entry.setUri(web + card.path());
        entry.setLink(web + card.path());
        entry.setTitle(card.subject().isEmpty() ? list.name() : card.subject());
        entry.setAuthor(card.writer());
        entry.setPublishedDate(Date.from(card.receivedAt()));
        entry.setUpdatedDate(Date.from(card.receivedAt()));
        return entry;
    }

    private SyndLink link(String relation, String path, String type) {
        SyndLink link = new SyndLinkImpl();
        link.setRel(relation);
        link.setHref(web + path);
        link.setType(type);
        return link;
    }

    private static byte[] written(SyndFeed feed) {
        try {
            return new SyndFeedOutput().outputString(feed).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException e) {
            throw new IllegalStateException("a feed cannot be written", e);
        }
    }
}
