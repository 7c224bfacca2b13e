package org.sampan.mailserver.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.RestUnderTest;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;
import org.sampan.mailserver.mailinglist.MailingListsContract;
import org.sampan.mailserver.mailinglist.Stewards;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.JdbcMembers;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.Subscription;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class FigureRoutesTest {
    private final Database database;
    private final JdbcMailingLists lists;
    private final JdbcMembers members;
    private final RestUnderTest rest;
    private MailingList closed;
    private MailingList news;

    @SuppressWarnings("NullAway.Init") // the lists are made before each test
    FigureRoutesTest(Database database) {
        this.database = database;
        lists = new JdbcMailingLists(database);
        members = new JdbcMembers(database);
        rest = RestUnderTest.serving(new FigureRoutes(
                new JdbcListDays(database, Clock.systemUTC()),
                new JdbcListStates(database),
                new Warnings(new Stewards(lists, Settings.from(Map.of()))),
                lists,
                new ListPath(lists),
                new Json()));
    }

    @BeforeEach
    void startWithTwoLists() {
        database.jdbi().useHandle(handle -> handle.execute("truncate mailing_list, person, delivery cascade"));
        lists.remove(MailingListsContract.MEMBERS.address());
        lists.remove(MailingListsContract.NEWS.address());
        closed = lists.add(MailingListsContract.MEMBERS);
        news = lists.add(MailingListsContract.NEWS.with("visibility", "public"));
    }

    @AfterEach
    void close() {
        rest.close();
    }

    @Test
    void everyListIsShownAsItStands() {
        lists.setStewards(closed, Steward.OWNER, Set.of(new EmailAddress("owner@harbour.example")));
        for (String name : List.of("a", "b", "c", "d")) {
            join(closed, name + "@farm.example");
        }
        for (String name : List.of("a", "b", "c")) {
            members.change(closed, new EmailAddress(name + "@farm.example"), Subscription.State.SUSPENDED);
        }
        execute("insert into waiting_join (list_id, email, written_as, consent, asked_at) values (" + news.id()
                + ", 'x@y.example', 'x@y.example', 'web', now())");
        execute("insert into held_post (id, list_id, message_id, envelope_sender, from_email, subject, reason, bytes,"
                + " message) values ('h', " + news.id() + ", 'h', '', '', '', '', 0, '')");
        execute(
                "insert into post (id, list_id, message_id, thread_id, from_email, from_name, subject, bytes, received_at,"
                        + " received) values ('p', " + news.id()
                        + ", 'p', '', '', '', '', 0, '2026-11-22T02:00:00Z', '')");
        execute("insert into delivery (post_id, list_id, envelope_sender, marker, recipients, state, expires_at)"
                + " values ('p', " + news.id() + ", '', '', 1, 'paused', now())");
        JsonNode overview =
                rest.get("/overview").hasStatus(200).hasShapeOf("overview.json").body();
        assertThat(overview.at("/lists/1").toString())
                .contains(
                        "\"list\":\"members@lists.example\"", "\"members\":4,\"suspended\":3,\"held\":0,\"waiting\":0,")
                .contains("\"lastPostAt\":null,\"sends\":0,\"paused\":0");
        assertThat(warnings(overview, 1)).containsExactly("believes-from", "ailing-members");
        assertThat(overview.at("/lists/0").toString())
                .contains("\"held\":1,\"waiting\":1,\"lastPostAt\":\"2026-11-22T02:00:00Z\",\"sends\":0,\"paused\":1");
        assertThat(warnings(overview, 0)).containsExactly("nobody-moderates", "send-paused");
    }

    @Test
    void privateListThatIsNotKeptPrivateIsWarnedOf() {
        lists.change(closed.settings()
                .with("joining", "open")
                .with("nonMembers", "accept")
                .with("hideOrigin", "off")
                .with("emergencyStop", "true"));
        JsonNode overview = rest.get("/overview").body();
        assertThat(warnings(overview, 1))
                .containsExactly(
                        "anybody-joins",
                        "believes-from",
                        "takes-all-posts",
                        "shows-origins",
                        "nobody-moderates",
                        "emergency-stop");
    }

    @Test
    void daysAreShownAsTheContractSays() {
        join(news, "a@farm.example");
        JsonNode figures = rest.get("/lists/mekong-news@lists.example/figures?days=3")
                .hasStatus(200)
                .hasShapeOf("figures.json")
                .body();
        assertThat(figures.get("days")).hasSize(3);
        assertThat(figures.at("/days/2/joined").asLong()).isOne();
        assertThat(rest.get("/lists/mekong-news@lists.example/figures").body().get("days"))
                .hasSize(90);
        rest.get("/lists/mekong-news@lists.example/figures?days=9000").isProblemOf("days");
        rest.get("/lists/nowhere@lists.example/figures").hasStatus(404);
    }

    private static List<String> warnings(JsonNode overview, int list) {
        return StreamSupport.stream(overview.at("/lists/" + list + "/warnings").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private void join(MailingList list, String email) {
        members.add(list, Person.of(new EmailAddress(email)), DeliveryMode.EACH, "owner");
    }

    private void execute(String sql) {
        database.jdbi().useHandle(handle -> handle.execute(sql));
    }
}
