package org.sampan.mailserver.archive;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.RestUnderTest;
import org.sampan.mailserver.content.FileLinks;
import org.sampan.mailserver.delivery.JdbcHaltedDeliveries;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.post.JdbcConversations;
import org.sampan.mailserver.post.JdbcPostArchive;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostLinks;
import org.sampan.mailserver.post.TestPosts;
import org.sampan.mailserver.storage.Database;

/** Two lists with real archives, and all their routes. */
final class ArchiveUnderTest {
    static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    final Database database;
    final JdbcPostArchive posts;
    final JdbcConversations conversations;
    final JdbcRemovals removals;
    final JdbcArchiveIndex index;
    final JdbcFeedTokens feeds;
    final FileLinks links;
    final MailingList members;
    final MailingList news;

    ArchiveUnderTest(Database database) {
        this.database = database;
        database.jdbi().useHandle(handle -> handle.execute("truncate mailing_list, person cascade"));
        JdbcMailingLists lists = new JdbcMailingLists(database);
        members = lists.add(TestPosts.MEMBERS);
        news = lists.add(TestPosts.NEWS);
        posts = new JdbcPostArchive(database);
        conversations = new JdbcConversations(database);
        removals = new JdbcRemovals(database);
        index = new JdbcArchiveIndex(database);
        feeds = new JdbcFeedTokens(database);
        links = new FileLinks(pages(), new SigningKey(new byte[32]));
    }

    RestUnderTest rest() {
        ListPath path = new ListPath(new JdbcMailingLists(database));
        Json json = new Json();
        TakeFromArchive take = new TakeFromArchive(removals, posts, new JdbcHaltedDeliveries(database), clock());
        return RestUnderTest.serving(
                new ArchiveRoutes(path, posts, pages(), json),
                new ConversationRoutes(path, conversations, removals, pages(), json),
                new RemovalRoutes(path, new JdbcMailingLists(database), removals, take, json),
                new FileRoutes(path, posts, links, clock()),
                new ExportRoutes(path, conversations, posts),
                new FeedRoutes(path, feeds, json));
    }

    Post store(MailingList list, Message message, String receivedAt) {
        Post post = Post.of(list, TestPosts.from(TestPosts.ALICE), message);
        posts.store(post, Instant.parse(receivedAt), Map.of("", message.bytes()));
        new IndexArchive(index).read(post.id(), post.subject(), "Alice Chan", message);
        return post;
    }

    static Message mail(int number, String answers, String text) {
        return TestPosts.message(
                "From: Alice Chan <alice@harbour.example>",
                "Subject: Wages " + number,
                "Message-ID: <" + number + "@harbour.example>",
                answers.isEmpty() ? "X-Test: 1" : "In-Reply-To: <" + answers + "@harbour.example>",
                "Date: Sun, 22 Nov 2026 08:00:00 +0700",
                "",
                text);
    }

    /** How many posts a word finds. */
    long found(String word) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from post where search @@ cast(:query as tsquery)")
                        .bind("query", "'" + word + "'")
                        .mapTo(Long.class)
                        .one());
    }

    private static PostLinks pages() {
        return new PostLinks(URI.create("http://localhost:8080"));
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
