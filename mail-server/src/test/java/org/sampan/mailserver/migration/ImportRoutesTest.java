package org.sampan.mailserver.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.RestUnderTest;
import org.sampan.mailserver.admin.RestUnderTest.Answer;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.mailinglist.PostingSettings.HideOrigin;
import org.sampan.mailserver.mailinglist.TransformSettings;
import org.sampan.mailserver.post.ArchivedPost;
import org.sampan.mailserver.post.JdbcOldPosts;
import org.sampan.mailserver.post.JdbcPostArchive;
import org.sampan.mailserver.post.PostArchive;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.post.TestPosts;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class ImportRoutesTest {
    private static final String ARCHIVE = "/lists/members@lists.example/posts.mbox";

    private final Database database;
    private final JdbcMailingLists lists;
    private final JdbcPostArchive posts;
    private final MailingList members;
    private final RestUnderTest rest;

    ImportRoutesTest(Database database) {
        this.database = database;
        database.jdbi().useHandle(handle -> handle.execute("truncate mailing_list cascade"));
        lists = new JdbcMailingLists(database);
        members = lists.add(TestPosts.MEMBERS);
        posts = new JdbcPostArchive(database);
        ArchiveImport archive = new ArchiveImport(new JdbcOldPosts(database), Clock.systemUTC());
        rest = RestUnderTest.serving(new ImportRoutes(archive, new ListPath(lists), new Json()));
    }

    @AfterEach
    void close() {
        rest.close();
    }

    @Test
    void archiveComesInOnceAndTheSameFileAgainChangesNothing() {
        JsonNode report = send(SampleArchives.mailman2(), "")
                .hasStatus(200)
                .hasShapeOf("posts-import.json")
                .body();
        assertThat(figures(report)).isEqualTo("read 7 added 5 known 1 broken 1 redated 1 withoutId 1 joined 1");
        assertThat(report.path("first").asText()).isEqualTo("2015-11-02T03:00:00Z");
        assertThat(report.path("problems"))
                .anySatisfy(it -> assertThat(it.toString())
                        .contains("\"kind\":\"broken\",\"message\":5,\"line\":", "no mail: has neither From nor Date"));
        assertThat(report.path("problems"))
                .anySatisfy(it -> assertThat(it.toString())
                        .contains(
                                "\"redated\"", "<market-1@market.example>", "the mbox had it at 2015-11-04T09:00:00Z"));
        assertThat(figures(send(SampleArchives.mailman2(), "").body()))
                .isEqualTo("read 7 added 0 known 6 broken 1 redated 1 withoutId 1 joined 0");
    }

    @Test
    void threadsDatesAuthorsAndEveryByteOfTheTextAreKept() {
        send(SampleArchives.mailman2(), "");
        ArchivedPost answer = found("<wages-2@riverside.example>");
        assertThat(answer.receivedAt()).isEqualTo("2015-11-03T01:42:41Z");
        assertThat(thread(answer)).isEqualTo(thread(found("<wages-1@harbour.example>")));
        assertThat(thread(found("<market-1@market.example>"))).isEqualTo(thread(found("<market-0@market.example>")));
        assertThat(found("<market-1@market.example>").subject()).isEqualTo("March\u00e9");
        assertThat(found("<wages-1@harbour.example>").fromName()).isEqualTo("Alice Chan");
        assertThat(answer.fromName() + " " + answer.fromEmail()).isEqualTo("Htun Aung htun@riverside.example");
        byte[] text =
                posts.received(members, found("<market-1@market.example>").id()).orElseThrow();
        assertThat(new String(text, StandardCharsets.ISO_8859_1)).endsWith("March\u00e9 ouvert.\r\n");
        assertThat(posts.sent(members, answer.id(), "km").orElseThrow())
                .isEqualTo(posts.received(members, answer.id()).orElseThrow());
    }

    @Test
    void checkSaysTheSameAndKeepsNothing() {
        JsonNode report = send(SampleArchives.mailman2(), "?check=true")
                .hasStatus(200)
                .hasShapeOf("posts-import.json")
                .body();
        assertThat(figures(report)).isEqualTo("read 7 added 5 known 1 broken 1 redated 1 withoutId 1 joined 0");
        assertThat(page(Optional.empty())).isEmpty();
        send(SampleArchives.mailman2(), "");
        assertThat(figures(send(SampleArchives.mailman2(), "?check=true").body()))
                .contains("added 0 known 6");
        send(SampleArchives.mailman2(), "?check=perhaps").isProblemOf("check");
    }

    @Test
    void fileThatBreaksOffKeepsWhatWasReadAndTheWholeFileGoesOnThere() throws IOException {
        byte[] packed = packed(SampleArchives.mailman2());
        send(Arrays.copyOf(packed, packed.length - 120), "").isProblem(400, "breaks off behind message");
        int kept = page(Optional.empty()).size();
        assertThat(kept).isBetween(1, 4);
        assertThat(figures(send(packed, "").body())).contains("added " + (5 - kept) + " known " + (kept + 1));
        send("Hello".getBytes(StandardCharsets.US_ASCII), "").isProblem(400, "no mbox");
    }

    /** Else they would come to members once more, in a digest. */
    @Test
    void oldPostsAreNeitherFannedOutNorFoundAsNewOnes() {
        send(SampleArchives.mailman2(), "");
        assertThat(page(Optional.of(Instant.EPOCH))).isEmpty();
        assertThat(posts.isFannedOut(found("<wages-1@harbour.example>").id())).isFalse();
        assertThat(posts.countBy(members, TestPosts.ALICE, 10)).isZero();
        assertThat(count("delivery") + count("held_post")).isZero();
    }

    @Test
    void listThatHidesOriginsKeepsNoneOfThem() {
        lists.change(members.settings().with(PostingSettings.HIDE_ORIGIN, HideOrigin.ON));
        send(SampleArchives.mailman2(), "");
        byte[] text =
                posts.received(members, found("<wages-1@harbour.example>").id()).orElseThrow();
        assertThat(new String(text, StandardCharsets.ISO_8859_1)).doesNotContain("Received", "198.51.100.9", "+0800");
    }

    @Test
    void anonymousListTakesNone() {
        lists.change(members.settings().with(TransformSettings.ANONYMOUS, true));
        send(SampleArchives.mailman2(), "").isProblem(409, "anonymous");
        assertThat(page(Optional.empty())).isEmpty();
    }

    private Answer send(byte[] file, String query) {
        return rest.put(ARCHIVE + query, "application/mbox", file);
    }

    private static byte[] packed(byte[] file) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed, 64)) {
            gzip.write(file);
        }
        return packed.toByteArray();
    }

    private static String figures(JsonNode report) {
        return String.join(
                " ",
                List.of("read", "added", "known", "broken", "redated", "withoutId", "joined").stream()
                        .map(it -> it + " " + report.path(it).asLong())
                        .toList());
    }

    private ArchivedPost found(String messageId) {
        return posts.find(members, PostId.of(members.address(), messageId)).orElseThrow();
    }

    private List<ArchivedPost> page(Optional<Instant> since) {
        return posts.page(members, new PostArchive.Page(Optional.empty(), since, 100));
    }

    private String thread(ArchivedPost post) {
        return one("select thread_id from post where id = '" + post.id() + "'", String.class);
    }

    private long count(String table) {
        return one("select count(*) from " + table, Long.class);
    }

    private <T> T one(String query, Class<T> type) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(query).mapTo(type).one());
    }
}
