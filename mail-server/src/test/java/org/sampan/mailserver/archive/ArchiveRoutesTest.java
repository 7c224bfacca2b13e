package org.sampan.mailserver.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.archive.ArchiveUnderTest.NOW;
import static org.sampan.mailserver.archive.ArchiveUnderTest.mail;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.admin.RestUnderTest;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.JdbcMembers;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.TestPosts;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class ArchiveRoutesTest {
    private static final String MEMBERS = "/lists/members@lists.example";

    private final ArchiveUnderTest archive;
    private final RestUnderTest rest;

    ArchiveRoutesTest(Database database) {
        archive = new ArchiveUnderTest(database);
        rest = archive.rest();
    }

    @AfterEach
    void close() {
        rest.close();
    }

    @Test
    void archiveIsReadByMonthAndThreadAcrossMonths() {
        Post first = archive.store(archive.members, mail(1, "", "one"), "2026-10-31T23:00:00Z");
        archive.store(archive.members, mail(2, "1", "two"), "2026-11-01T01:00:00Z");
        Post other = archive.store(archive.members, mail(3, "", "three"), "2026-11-20T01:00:00Z");
        archive.store(archive.news, mail(4, "", "four"), "2026-11-20T01:00:00Z");
        rest.get(MEMBERS + "/months").hasStatus(200).hasShapeOf("months.json");
        JsonNode threads = rest.get(MEMBERS + "/months/2026-11")
                .hasStatus(200)
                .hasShapeOf("threads.json")
                .body()
                .path("threads");
        assertThat(threads).hasSize(2);
        assertThat(threads.get(0).path("first").path("id").asText())
                .isEqualTo(other.id().text());
        assertThat(threads.get(1).path("first").path("id").asText())
                .isEqualTo(first.id().text());
        assertThat(threads.get(1).path("posts").asInt()).isEqualTo(2);
        rest.get(MEMBERS + "/months/nonsense").isProblemOf("month");
    }

    @Test
    void wholeThreadIsReadFromAnyOfItsPosts() {
        Post first = archive.store(archive.members, mail(1, "", "one"), "2026-11-21T01:00:00Z");
        Post second = archive.store(archive.members, mail(2, "1", "two"), "2026-11-22T01:00:00Z");
        rest.post(path(second) + "/redact", RestUnderTest.contract("redaction-request.json"))
                .hasStatus(200)
                .hasShapeOf("removal.json");
        JsonNode thread = rest.get(path(second) + "/thread").hasStatus(200).body();
        assertThat(thread.path("id").asText()).isEqualTo(first.id().text());
        assertThat(thread.path("posts")).hasSize(2);
        assertThat(thread.path("removals").get(0).path("reason").asText()).isEqualTo("a home address");
        assertThat(thread.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(
                        () -> RestUnderTest.contract("thread.json").fieldNames());
    }

    @Test
    void removedPostIsGoneFromEveryPlaceAndLeavesATrace() {
        Post post = archive.store(archive.members, mail(1, "", "The secret harbourmaster"), "2026-11-22T01:00:00Z");
        assertThat(archive.found("harbourmaster")).isEqualTo(1);
        rest.post(path(post) + "/remove", RestUnderTest.contract("removal-request.json"))
                .hasStatus(200)
                .hasShapeOf("removal.json");
        assertThat(archive.found("harbourmaster")).isZero();
        assertThat(archive.posts.received(archive.members, post.id()).orElseThrow())
                .isEmpty();
        assertThat(archive.posts.sent(archive.members, post.id(), "")).isEmpty();
        JsonNode left = rest.get(path(post)).hasStatus(200).body();
        assertThat(left.path("subject").asText() + left.path("from").asText()).isEmpty();
        JsonNode trace = rest.get(path(post) + "/removal").hasStatus(200).body();
        assertThat(trace.path("by").asText()).isEqualTo("owner@harbour.example");
        assertThat(trace.path("at").asText()).isEqualTo(NOW.toString());
        assertThat(rowsThatHold("harbourmaster")).isZero();
        rest.post(path(post) + "/remove", "{}").isProblem(409, "removed already by owner@harbour.example");
        rest.post(path(post) + "/redact", "{\"text\":\"x\"}").isProblem(409, "removed already");
        rest.post(MEMBERS + "/posts/aaaaaaaaaaaaaaaaaaaa/remove", "{}").isProblem(404, "no post");
    }

    @Test
    void redactedPostSaysWhatTheOwnerPutInItsPlace() {
        Post post = archive.store(archive.members, mail(1, "", "I live at 5 Pier Road"), "2026-11-22T01:00:00Z");
        rest.post(path(post) + "/redact", "{\"by\":\"owner\",\"reason\":\"address\",\"text\":\"I live [taken out]\"}")
                .hasStatus(200);
        assertThat(archive.found("pier")).isZero();
        assertThat(archive.found("live")).isEqualTo(1);
        Message message =
                Message.parse(archive.posts.received(archive.members, post.id()).orElseThrow());
        assertThat(message.headers().value("Subject")).isEqualTo("Wages 1");
        assertThat(rowsThatHold("Pier Road")).isZero();
        rest.post(path(post) + "/redact", "{\"by\":\"two\\nlines\"}").isProblemOf("by");
    }

    @Test
    void personMayHaveEverythingTheyWroteTakenOut() {
        archive.store(archive.members, mail(1, "", "one"), "2026-11-22T01:00:00Z");
        archive.store(archive.members, mail(2, "", "two"), "2026-11-22T02:00:00Z");
        archive.store(archive.news, mail(3, "", "three"), "2026-11-22T02:00:00Z");
        JsonNode lists = rest.get("/people/Alice@harbour.example/posts")
                .hasStatus(200)
                .hasShapeOf("person-posts.json")
                .body()
                .path("lists");
        assertThat(lists).hasSize(2);
        JsonNode removed = rest.post("/people/alice@harbour.example/posts/remove", "{\"reason\":\"erased\"}")
                .hasStatus(200)
                .body();
        assertThat(removed.path("removed").asInt()).isEqualTo(3);
        assertThat(rest.get("/people/alice@harbour.example/posts").body().path("lists"))
                .isEmpty();
    }

    @Test
    void fileIsGivenToWhoHasItsLinkUntilItsTime() {
        Message message = Message.parse(TestPosts.file("/transform/mixed-with-many-files.eml"));
        Post post = archive.store(archive.members, message, "2026-11-22T01:00:00Z");
        URI link = link(post, "1.2", NOW.plus(Duration.ofDays(1)));
        HttpResponse<byte[]> file = rest.getBytes(path(post) + "/files/1.2?" + link.getRawQuery());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(new String(file.body(), UTF_8)).startsWith("%PDF-1.4 an invented file");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment; filename*=UTF-8''%E0");
        rest.get(path(post) + "/files/1.3?" + link.getRawQuery()).isProblem(403, "not complete");
        rest.get(path(post) + "/files/1.2").isProblem(403, "not complete");
        String late = link(post, "1.2", NOW.minusSeconds(1)).getRawQuery();
        rest.get(path(post) + "/files/1.2?" + late).isProblem(410, "worked until");
        String none = link(post, "1.9", NOW.plusSeconds(9)).getRawQuery();
        rest.get(path(post) + "/files/1.9?" + none).isProblem(404, "no such file");
    }

    @Test
    void archiveIsExportedOldestFirstWithoutWhatWasRemoved() {
        Post first = archive.store(archive.members, mail(1, "", "From here on"), "2026-10-22T01:00:00Z");
        Post gone = archive.store(archive.members, mail(2, "", "gone"), "2026-11-01T01:00:00Z");
        archive.store(archive.members, mail(3, "", "three"), "2026-11-22T01:00:00Z");
        rest.post(path(gone) + "/remove", "{}").hasStatus(200);
        HttpResponse<byte[]> all = rest.getBytes(MEMBERS + "/posts.mbox");
        assertThat(all.headers().firstValue("Content-Type").orElse("")).startsWith("application/mbox");
        assertThat(new String(all.body(), UTF_8))
                .startsWith("From alice@harbour.example Thu Oct 22 01:00:00 2026\n")
                .containsSubsequence(">From here on", "Subject: Wages 3")
                .doesNotContain("gone", "\r");
        String some = new String(
                rest.getBytes(MEMBERS + "/posts.mbox?since=2026-11-10T00:00:00Z&as=sent")
                        .body(),
                UTF_8);
        assertThat(some).contains("Wages 3").doesNotContain("Wages 1");
        assertThat(first.id()).isNotEqualTo(gone.id());
        rest.get(MEMBERS + "/posts.mbox?since=yesterday").isProblemOf("since");
    }

    @Test
    void memberHasAFeedAddressUntilItIsTakenBackOrTheMemberLeaves() {
        JdbcMembers members = new JdbcMembers(archive.database);
        members.add(archive.members, Person.of(TestPosts.ALICE), DeliveryMode.EACH, "owner");
        String feed = MEMBERS + "/members/alice@harbour.example/feed";
        rest.get(feed).isProblem(404, "no feed address");
        String token = token(feed);
        rest.get("/feeds/" + token).hasStatus(200).hasShapeOf("feed-holder.json");
        String renewed = token(feed);
        rest.get("/feeds/" + token).isProblem(404, "works no more");
        rest.get("/feeds/" + renewed).hasStatus(200);
        rest.delete(feed).hasStatus(204);
        rest.get("/feeds/" + renewed).isProblem(404, "works no more");
        String last = token(feed);
        members.remove(archive.members, TestPosts.ALICE);
        rest.get("/feeds/" + last).isProblem(404, "works no more");
        rest.post(MEMBERS + "/members/stranger@elsewhere.example/feed", "{}").isProblem(404, "not on the list");
    }

    @Test
    void postsThatWereNotReadYetAreReadInTheBackground() {
        archive.store(archive.members, mail(1, "", "แรงงานข้ามชาติได้รับค่าจ้าง"), "2026-11-22T01:00:00Z");
        archive.database.jdbi().useHandle(handle -> handle.execute("update post set search = null"));
        assertThat(archive.found("แรงงาน")).isZero();
        new IndexArchive(archive.index).readAll();
        assertThat(archive.found("แรงงาน")).isEqualTo(1);
        assertThat(archive.index.unread(10)).isEmpty();
    }

    private String token(String feed) {
        return rest.post(feed, "{}")
                .hasStatus(201)
                .hasShapeOf("feed-made.json")
                .body()
                .path("token")
                .asText();
    }

    private URI link(Post post, String part, Instant until) {
        return URI.create(archive.links.link(archive.members.address(), post.id(), part, until));
    }

    /** In any column of any table that could have the text of a post. */
    private long rowsThatHold(String text) {
        return archive.database
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select (select count(*) from post where position(:text in"
                                        + " convert_from(received, 'UTF8')) > 0 or position(:text in search::text) > 0"
                                        + " or position(:text in subject) > 0)"
                                        + " + (select count(*) from post_variant where position(:text in convert_from(message, 'UTF8')) > 0)"
                                        + " + (select count(*) from held_post where position(:text in convert_from(message, 'UTF8')) > 0)")
                        .bind("text", text)
                        .mapTo(Long.class)
                        .one());
    }

    private static String path(Post post) {
        return MEMBERS + "/posts/" + post.id();
    }
}
