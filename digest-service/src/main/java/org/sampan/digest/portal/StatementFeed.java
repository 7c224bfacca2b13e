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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.page.Messages;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.statement.PublicStatements;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.Withdrawal;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;

/** The newest public statements as an Atom feed (RFC 4287), in the reader's language where they have it. */
@Controller
final class StatementFeed {
    private static final int NEWEST = 20;
    private static final String SELF = "/statements/feed.atom";
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final PublicStatements statements;
    private final Messages messages;
    private final URI web;
    private final String domain;

    StatementFeed(PublicStatements statements, Messages messages, Settings settings) {
        this.statements = statements;
        this.messages = messages;
        this.web = settings.web().url();
        this.domain = settings.domain();
    }

    @GetMapping(SELF)
    ResponseEntity<byte[]> newest(Locale language) {
        byte[] xml = write(language);
        return ResponseEntity.ok()
                .contentType(ATOM)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .header("Vary", "Accept-Language, Cookie")
                .eTag("\"" + DigestUtils.md5DigestAsHex(xml) + "\"")
                .body(xml);
    }

    byte[] write(Locale language) {
        List<Statement> found = statements.page(Optional.empty(), NEWEST);
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setTitle(domain + " · " + messages.text(language, "statements.heading"));
        feed.setUri(web + SELF);
        feed.setLanguage(language.toLanguageTag());
        feed.setLinks(
                List.of(link("self", SELF, "application/atom+xml"), link("alternate", "/statements", "text/html")));
        feed.setAuthor(domain);
        feed.setPublishedDate(Date.from(found.stream()
                .map(StatementFeed::updated)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH)));
        feed.setEntries(found.stream().map(it -> entry(it, language)).toList());
        try {
            return new SyndFeedOutput().outputString(feed).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException impossible) {
            throw new IllegalStateException("the feed of statements cannot be written", impossible);
        }
    }

    private SyndEntry entry(Statement statement, Locale language) {
        StatementView view = StatementView.of(statement, statement.latest(), language);
        SyndEntry entry = new SyndEntryImpl();
        entry.setUri(web + view.path());
        entry.setLink(web + view.path());
        entry.setTitle(title(view, language));
        entry.setPublishedDate(Date.from(statement.versions().get(0).begunAt().orElse(statement.createdAt())));
        entry.setUpdatedDate(Date.from(updated(statement)));
        SyndContent contents = new SyndContentImpl();
        contents.setType("html");
        contents.setValue(
                view.withdrawal().isPresent() ? view.withdrawal().get().reason() : view.html());
        entry.setContents(List.of(contents));
        return entry;
    }

    private String title(StatementView view, Locale language) {
        return view.withdrawal().isPresent()
                ? messages.text(language, "statement.mail.withdrawn", Map.of("title", view.title()))
                : view.title();
    }

    private static Instant updated(Statement statement) {
        return statement
                .withdrawal()
                .map(Withdrawal::at)
                .or(() -> statement.latest().begunAt())
                .orElse(statement.createdAt());
    }

    private SyndLink link(String relation, String path, String type) {
        SyndLink link = new SyndLinkImpl();
        link.setRel(relation);
        link.setHref(web + path);
        link.setType(type);
        return link;
    }
}
