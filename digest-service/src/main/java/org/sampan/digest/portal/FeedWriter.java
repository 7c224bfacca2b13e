package org.sampan.digest.portal;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes a feed as Atom (RFC 4287), RSS 2.0 or JSON Feed 1.1. The same feed gives the same bytes. */
final class FeedWriter {
    private final String author;

    /** @param author of feeds, and of entries that name none: Atom wants one */
    FeedWriter(String author) {
        this.author = author;
    }

    byte[] write(NewsFeed feed, FeedForm form) {
        return switch (form) {
            case ATOM -> xml(feed, form, "atom_1.0");
            case RSS -> xml(feed, form, "rss_2.0");
            case JSON -> JsonMapper.shared().writeValueAsBytes(json(feed));
        };
    }

    private byte[] xml(NewsFeed feed, FeedForm form, String type) {
        SyndFeed out = new SyndFeedImpl();
        out.setFeedType(type);
        out.setTitle(feed.title());
        out.setDescription(feed.title());
        out.setUri(feed.address(FeedForm.ATOM));
        out.setLink(feed.page());
        out.setLinks(List.of(
                link(
                        "self",
                        feed.address(form),
                        form.type().getType() + "/" + form.type().getSubtype()),
                link("alternate", feed.page(), "text/html")));
        out.setAuthor(author);
        out.setPublishedDate(Date.from(feed.updated()));
        feed.language().ifPresent(out::setLanguage);
        out.setEntries(feed.entries().stream().map(FeedWriter::entry).toList());
        try {
            return new SyndFeedOutput().outputString(out).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException impossible) {
            throw new IllegalStateException("cannot write " + feed.address(form), impossible);
        }
    }

    private static SyndEntry entry(NewsFeed.Entry entry) {
        SyndEntry out = new SyndEntryImpl();
        SyndContent content = new SyndContentImpl();
        content.setType("html");
        content.setValue(entry.html());
        out.setUri(entry.page());
        out.setLink(entry.page());
        out.setTitle(entry.title());
        out.setPublishedDate(Date.from(entry.updated()));
        out.setUpdatedDate(Date.from(entry.updated()));
        entry.author().ifPresent(out::setAuthor);
        out.setDescription(content);
        out.setContents(List.of(content));
        return out;
    }

    private static SyndLink link(String relation, String address, String type) {
        SyndLink link = new SyndLinkImpl();
        link.setRel(relation);
        link.setHref(address);
        link.setType(type);
        return link;
    }

    private Map<String, Object> json(NewsFeed feed) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("version", "https://jsonfeed.org/version/1.1");
        out.put("title", feed.title());
        out.put("home_page_url", feed.page());
        out.put("feed_url", feed.address(FeedForm.JSON));
        feed.language().ifPresent(tag -> out.put("language", tag));
        out.put("authors", List.of(Map.of("name", author)));
        out.put("items", feed.entries().stream().map(FeedWriter::item).toList());
        return out;
    }

    private static Map<String, Object> item(NewsFeed.Entry entry) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", entry.page());
        out.put("url", entry.page());
        out.put("title", entry.title());
        out.put("content_html", entry.html());
        out.put("date_published", entry.updated().toString());
        entry.language().ifPresent(tag -> out.put("language", tag));
        entry.author().ifPresent(name -> out.put("authors", List.of(Map.of("name", name))));
        return out;
    }
}
