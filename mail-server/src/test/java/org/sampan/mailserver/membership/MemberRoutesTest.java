package org.sampan.mailserver.membership;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.RestUnderTest;
import org.sampan.mailserver.admin.RestUnderTest.Answer;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.MailingListsContract;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class MemberRoutesTest {
    private static final String MEMBERS = "/lists/members@lists.example/members";
    private static final String ALICE = MEMBERS + "/alice@harbour.example";
    private static final JsonNode REQUEST = RestUnderTest.contract("member-request.json");

    private final Database database;
    private final Members members;
    private final MailingLists lists;
    private final RestUnderTest rest;

    MemberRoutesTest(Database database) {
        this.database = database;
        members = new JdbcMembers(database);
        lists = new JdbcMailingLists(database);
        rest = RestUnderTest.serving(
                new MemberRoutes(members, new ListPath(lists), new Json()),
                new RosterRoutes(new JdbcRosters(database, Clock.systemUTC()), new ListPath(lists), new Json()),
                new AudienceRoutes(members, new ListPath(lists), new Json()),
                new PersonRoutes(
                        members,
                        new JdbcPersons(database),
                        new SigningKey(new byte[32]),
                        lists,
                        new SampleBounces(),
                        new Json()));
    }

    @BeforeEach
    void startWithOneListAndNobody() {
        database.jdbi().useHandle(handle -> handle.execute("truncate mailing_list, person cascade"));
        lists.remove(MailingListsContract.MEMBERS.address());
        lists.add(MailingListsContract.MEMBERS);
    }

    @AfterEach
    void close() {
        rest.close();
    }

    @Test
    void readersOfDigestsAreCountedByModeAndZone() {
        rest.post(MEMBERS, "{\"email\":\"alice@harbour.example\",\"mode\":\"daily\",\"timezone\":\"Asia/Yangon\"}");
        rest.post(MEMBERS, "{\"email\":\"bob@harbour.example\",\"mode\":\"daily\",\"timezone\":\"Asia/Yangon\"}");
        rest.post(MEMBERS, "{\"email\":\"cedric@harbour.example\",\"mode\":\"each\"}");

        JsonNode audiences = rest.get("/lists/members@lists.example/audiences")
                .hasStatus(200)
                .hasShapeOf("audiences.json")
                .body();

        assertThat(audiences.at("/audiences")).hasSize(1);
        assertThat(audiences.at("/audiences/0/readers").asLong()).isEqualTo(2);
    }

    @Test
    void memberIsAddedAsTheContractShows() {
        JsonNode added = rest.post(MEMBERS, REQUEST)
                .hasStatus(201)
                .hasShapeOf("member.json")
                .body();
        REQUEST.fields()
                .forEachRemaining(it -> assertThat(added.get(it.getKey())).isEqualTo(it.getValue()));
        assertThat(rest.post(MEMBERS, REQUEST).hasStatus(200).body()).isEqualTo(added);
        assertThat(rest.get(ALICE).hasStatus(200).body()).isEqualTo(added);
        assertThat(rest.get(MEMBERS + "/ALICE%40harbour.example").hasStatus(200).body())
                .isEqualTo(added);
    }

    @Test
    void addressWithAPlusIsFound() {
        rest.post(MEMBERS, "{\"email\":\"alice+news@harbour.example\"}").hasStatus(201);
        rest.get(MEMBERS + "/alice%2Bnews@harbour.example").hasStatus(200);
        rest.get(MEMBERS + "/alice+news@harbour.example").hasStatus(200);
        rest.get("/people/alice%2Bnews%40harbour.example").hasStatus(200);
    }

    @Test
    void unsoundMemberIsRefusedNamingTheField() {
        rest.post(MEMBERS, "{}").isProblemOf("email");
        rest.post(MEMBERS, requestWith("email", "alice")).isProblemOf("email");
        rest.post(MEMBERS, requestWith("mode", "hourly"))
                .isProblemOf("mode")
                .isProblem(400, "each, daily, daily-plain");
        rest.post(MEMBERS, requestWith("timezone", "Bangkok")).isProblemOf("timezone");
        rest.post(MEMBERS, requestWith("language", "Shan language")).isProblemOf("language");
        rest.post(MEMBERS, requestWith("name", "Alice\r\nBcc: eve@evil.example"))
                .isProblemOf("name");
        rest.post(MEMBERS, requestWith("phone", "1")).isProblemOf("phone");
        rest.post("/lists/nobody@lists.example/members", REQUEST).isProblem(404, "nobody@lists.example");
    }

    @Test
    void patchChangesOnlyWhatItNames() {
        ObjectNode before =
                (ObjectNode) rest.post(MEMBERS, REQUEST).hasStatus(201).body();
        JsonNode after = rest.patch(
                        ALICE, "{\"mode\":\"none\",\"moderated\":true,\"language\":\"ZH-tw\",\"state\":\"suspended\"}")
                .hasStatus(200)
                .body();
        assertThat(after)
                .isEqualTo(before.put("mode", "none")
                        .put("moderated", true)
                        .put("language", "zh-TW")
                        .put("state", "suspended"));
        assertThat(rest.get(ALICE).body()).isEqualTo(after);
        rest.patch(ALICE, "{\"email\":\"bob@harbour.example\"}").isProblemOf("email");
        rest.patch(ALICE, "{\"state\":\"asleep\"}").isProblemOf("state");
        rest.patch(MEMBERS + "/bob@harbour.example", "{}").isProblem(404, "bob@harbour.example is not on");
    }

    @Test
    void removedMemberIsGone() {
        rest.post(MEMBERS, REQUEST).hasStatus(201);
        rest.delete(ALICE).hasStatus(204);
        rest.delete(ALICE).hasStatus(404);
    }

    @Test
    void fileIsImportedAndSaidWhatBecameOfIt() {
        rest.post(MEMBERS, REQUEST).hasStatus(201);
        Answer answer = csv("""
                country,Email,mode,name
                MM,htun@riverside.example,digest,"ထွန်းအောင်, ""Htun""\"
                HK,not an address,each,Nobody
                TH,kanya@market.example,,
                HK,alice@harbour.example,,Alice Chan
                KH,sok@field.example,hourly,Sok
                """);
        answer.hasStatus(200).hasShapeOf("members-import.json");
        assertThat(answer.body().toString())
                .isEqualTo("{\"read\":5,\"added\":2,\"updated\":0,\"unchanged\":1,\"rejected\":2,\"problems\":["
                        + "{\"line\":3,\"email\":\"not an address\",\"reason\":\"email: not an address\"},"
                        + "{\"line\":6,\"email\":\"sok@field.example\",\"reason\":\"mode: 'hourly' is none of each,"
                        + " daily, daily-plain, weekly, weekly-plain, titles, none\"}]}");
        assertThat(members.person(new EmailAddress("htun@riverside.example"))
                        .orElseThrow()
                        .name())
                .isEqualTo("ထွန်းအောင်, \"Htun\"");
    }

    @Test
    void fileFromASpreadsheetIsTaken() {
        csv("\uFEFFemail;name\r\na@farm.example;A, the first\r\n").hasStatus(200);
        csv("email\tname\nb@farm.example\tB\n").hasStatus(200);
        assertThat(rest.get(MEMBERS).body().get("members")).hasSize(2);
        assertThat(rest.get(MEMBERS).body().at("/members/0/name").asText()).isEqualTo("A, the first");
    }

    @Test
    void unreadableFileIsRefusedAndNobodyAdded() {
        csv("email,phone\na@farm.example,1\n").isProblem(400, "'phone' is not known; there are email, name,");
        csv("name,country\nA,TH\n").isProblem(400, "must name a column email");
        csv("email,email\n").isProblem(400, "there twice");
        csv("").isProblem(400, "empty");
        csv("email\na@farm.example\n\"b@farm.example\n" + "x".repeat(100_000)).isProblem(400, "closing quote");
        csv("email,name\na@farm.example,\"A\" B\n").isProblem(400, "line 2");
        rest.put(MEMBERS, "text/csv", "email,name\na@farm.example,Zo\u00eb\n".getBytes(ISO_8859_1))
                .isProblem(400, "not in UTF-8");
        rest.put(MEMBERS, "text/csv", "email\na@farm.example\n".getBytes(UTF_16))
                .isProblem(400, "UTF-16");
        rest.put(MEMBERS, "text/csv; charset=iso-8859-1", new byte[0]).isProblem(400, "in UTF-8");
        rest.put(MEMBERS, "application/json", new byte[0]).isProblem(400, "text/csv");
        assertThat(rest.get(MEMBERS).body().get("members")).isEmpty();
    }

    @Test
    void linesThatAreNotSoundAreNamed() {
        JsonNode answer = csv("""
                        email,name,language,timezone

                        a@farm.example,"two
                        lines",en,
                        ,,,
                        b@farm.example,B,English language,
                        c@farm.example,C,en,Bangkok
                        d@farm.example,D,en,Asia/Bangkok,5
                        e@farm.example
                        """).hasStatus(200).body();
        assertThat(answer.get("problems"))
                .extracting(
                        it -> it.get("line").asLong() + " " + it.get("reason").asText())
                .containsExactly(
                        "3 name: one line of at most 200 characters",
                        "6 language: a tag such as en, my or zh-TW, not 'English language'",
                        "7 timezone: a name such as Asia/Bangkok, not 'Bangkok'",
                        "8 5 values for 4 columns; put a value with a comma into quotes");
        assertThat(answer.get("added").asLong()).isOne();
        assertThat(answer.get("read").asLong()).isEqualTo(5);
    }

    @Test
    void onlyTheFirstThousandProblemsAreListed() {
        JsonNode answer =
                csv("email\n" + "nonsense\n".repeat(1500)).hasStatus(200).body();
        assertThat(answer.get("problems")).hasSize(1000);
        assertThat(answer.get("rejected").asLong()).isEqualTo(1500);
    }

    @Test
    void preferencesAreChosenForAllLists() {
        members.add(
                lists.find(MailingListsContract.MEMBERS.address()).orElseThrow(),
                MembersContract.HTUN,
                DeliveryMode.EACH,
                "owner");
        String person = "/people/htun@riverside.example";
        rest.patch(
                        person,
                        "{\"language\":\"th\",\"timezone\":\"Asia/Bangkok\",\"preferences\":{\"pausedUntil\":"
                                + "\"2027-01-02T17:00:00Z\",\"textOnly\":true,\"ownCopy\":false,\"skipWhenAddressed\":true}}")
                .hasStatus(200);
        assertThat(new JdbcPersons(database).preferences(MembersContract.HTUN.email()))
                .isEqualTo(new Preferences(java.time.Instant.parse("2027-01-02T17:00:00Z"), true, false, true));
        assertThat(members.person(MembersContract.HTUN.email()).orElseThrow().language())
                .isEqualTo("th");
        rest.patch(person, "{\"preferences\":{\"textOnly\":true}}").hasStatus(200);
        assertThat(new JdbcPersons(database).preferences(MembersContract.HTUN.email()))
                .isEqualTo(new Preferences(null, true, false, true));
        rest.patch(person, "{\"timezone\":\"Mars/North\"}").isProblemOf("timezone");
        rest.patch("/people/nobody@nowhere.example", "{}").hasStatus(404);
    }

    @Test
    void personIsShownWithAllListsAndBounces() {
        MailingList list = lists.find(MailingListsContract.MEMBERS.address()).orElseThrow();
        members.add(list, MembersContract.HTUN, DeliveryMode.DAILY, "owner");
        new JdbcPersons(database).addAddress(MembersContract.HTUN.email(), new EmailAddress("htun@home.example"));
        members.changeBounces(
                MembersContract.HTUN.email(),
                clean -> new BounceRecord(3, Instant.parse("2026-11-20T00:00:00Z"), "550 5.1.1 No such user"));
        JsonNode person = rest.get("/people/htun@riverside.example")
                .hasStatus(200)
                .hasShapeOf("person.json")
                .body();
        assertThat(person.get("bounces"))
                .isEqualTo(RestUnderTest.contract("person.json").get("bounces"));
        assertThat(person.at("/subscriptions/0/listName").asText()).isEqualTo("Members");

        rest.delete("/people/htun@riverside.example").hasStatus(204);
        rest.get("/people/htun@riverside.example").isProblem(404, "htun@riverside.example");
        rest.delete("/people/htun@riverside.example").hasStatus(404);
    }

    private Answer csv(String file) {
        return rest.put(MEMBERS, "text/csv; charset=UTF-8", file.getBytes(UTF_8));
    }

    private static ObjectNode requestWith(String field, String value) {
        return ((ObjectNode) REQUEST.deepCopy()).put(field, value);
    }
}
