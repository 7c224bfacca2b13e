package org.sampan.mailserver.membership;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
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
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class RosterRoutesTest {
    private static final String LIST = "/lists/members@lists.example";
    private static final String MEMBERS = LIST + "/members";

    private final Database database;
    private final Members members;
    private final Consents consents;
    private final MailingLists lists;
    private final RestUnderTest rest;
    private MailingList list;

    @SuppressWarnings("NullAway.Init") // the list is made before each test
    RosterRoutesTest(Database database) {
        this.database = database;
        members = new JdbcMembers(database);
        consents = new JdbcConsents(database);
        lists = new JdbcMailingLists(database);
        ListPath path = new ListPath(lists);
        rest = RestUnderTest.serving(
                new MemberRoutes(members, path, new Json()),
                new RosterRoutes(new JdbcRosters(database, Clock.systemUTC()), path, new Json()),
                new MemberRecordRoutes(
                        members, new JdbcPersons(database), consents, new SampleBounces(), path, new Json()));
    }

    @BeforeEach
    void startWithOneListAndNobody() {
        database.jdbi().useHandle(handle -> handle.execute("truncate mailing_list, person cascade"));
        lists.remove(MailingListsContract.MEMBERS.address());
        list = lists.add(MailingListsContract.MEMBERS);
    }

    @AfterEach
    void close() {
        rest.close();
    }

    @Test
    void rosterComesInPages() {
        csv("email\na@farm.example\nb@farm.example\nc@farm.example\n", "");
        JsonNode first =
                rest.get(MEMBERS + "?limit=2").hasShapeOf("members.json").body();
        assertThat(first.get("members")).hasSize(2);
        assertThat(first.get("next").asText()).isEqualTo("b@farm.example");
        JsonNode second = rest.get(MEMBERS + "?limit=2&after=b%40farm.example").body();
        assertThat(second.get("members")).hasSize(1);
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void rosterIsFilteredAndABadFilterNamed() {
        csv("""
                email,country,organisation,mode
                a@farm.example,KH,Farmers' Union,titles
                b@farm.example,KH,Harbour Workers,each
                c@farm.example,TH,Farmers' Union,each
                """, "");
        assertThat(found("?q=B@F")).isEqualTo("b@farm.example ");
        assertThat(found("?mode=digest")).isEmpty();
        assertThat(found("?country=KH")).isEqualTo("a@farm.example b@farm.example ");
        assertThat(found("?organisation=Farmers%27+Union&country=KH&standing=active"))
                .isEqualTo("a@farm.example ");
        rest.get(MEMBERS + "?limit=0").isProblemOf("limit");
        rest.get(MEMBERS + "?limit=many").isProblemOf("limit");
        rest.get(MEMBERS + "?after=x").isProblemOf("after");
        rest.get(MEMBERS + "?mode=hourly").isProblemOf("mode");
        rest.get(MEMBERS + "?standing=asleep").isProblemOf("standing").isProblem(400, "warned, probed, bouncing");
    }

    @Test
    void kindsOfMembersAreCounted() {
        csv("email,country,organisation,mode\na@farm.example,KH,Union,titles\nb@farm.example,KH,,\n", "");
        JsonNode facets = rest.get(LIST + "/facets").hasShapeOf("facets.json").body();
        assertThat(facets.at("/members").asLong()).isEqualTo(2);
        assertThat(facets.at("/countries").toString()).isEqualTo("[{\"value\":\"KH\",\"members\":2}]");
    }

    @Test
    void previewChangesNothingAndSaysWhatWould() {
        csv("email,name\na@farm.example,Anong\n", "");
        Answer preview =
                csv("email,name,mode\na@farm.example,Anong,\nb@farm.example,Bo,daily\nnobody,,\n", "?preview=true");
        preview.hasStatus(200).hasShapeOf("members-preview.json");
        assertThat(preview.body().toString())
                .startsWith("{\"read\":3,\"added\":1,\"updated\":0,\"unchanged\":1,\"rejected\":1,")
                .contains("{\"line\":4,\"email\":\"nobody\",\"reason\":\"email: not an address\"}")
                .contains("\"mode\":\"daily\",\"becomes\":\"added\"");
        assertThat(found("")).isEqualTo("a@farm.example ");
        csv("name\nAnong\n", "?preview=true").isProblem(400, "must name a column email");
        csv("email\n", "?preview=perhaps").isProblemOf("preview");
    }

    @Test
    void exportedFileIsImportedAgainAsItWas() {
        csv("""
                email,name,organisation,country,language,timezone,mode
                a@farm.example,"=HYPERLINK(""http://evil.example"")",-,KH,km,Asia/Phnom_Penh,daily-plain
                b@farm.example,"Bo, the elder",'Asi,TH,th,,none
                """, "");
        String file = exported("");
        assertThat(file)
                .startsWith("\uFEFFemail,name,organisation,country,language,timezone,mode\r\n")
                .contains(
                        "a@farm.example,\"'=HYPERLINK(\"\"http://evil.example\"\")\",'-,KH,km,Asia/Phnom_Penh,daily-plain\r\n")
                .contains("\"Bo, the elder\",''Asi,TH");
        assertThat(csv(file, "").body().toString()).contains("\"unchanged\":2,\"rejected\":0");
        assertThat(members.person(new EmailAddress("a@farm.example"))
                        .orElseThrow()
                        .name())
                .isEqualTo("=HYPERLINK(\"http://evil.example\")");
        assertThat(exported("?country=TH").lines()).hasSize(2);
    }

    @Test
    void recordTellsOwnersOfThisListOnly() {
        MailingList other = lists.add(MailingListsContract.NEWS);
        members.add(list, MembersContract.HTUN, DeliveryMode.DAILY, "owner");
        members.add(other, MembersContract.HTUN, DeliveryMode.EACH, "web");
        String words = consents.version("confirm-join/my", "Come in.");
        consents.keep(
                list,
                MembersContract.HTUN.email(),
                new Consent("web", Instant.parse("2026-11-03T03:04:05Z"), "", words));
        JsonNode record = rest.get(MEMBERS + "/htun@riverside.example/record")
                .hasStatus(200)
                .hasShapeOf("member-record.json")
                .body();
        assertThat(record.at("/consent/text").asText()).isEqualTo("Come in.");
        assertThat(record.at("/bounces/trouble/stage").asText()).isEqualTo("suspended");
        assertThat(record.toString()).doesNotContain("mekong-news");
        JsonNode elsewhere = rest.get("/lists/mekong-news@lists.example/members/htun@riverside.example/record")
                .body();
        assertThat(elsewhere.at("/consent/how").asText()).isEqualTo("web");
        assertThat(elsewhere.at("/bounces/trouble").isNull()).isTrue();
        assertThat(elsewhere.at("/bounces/seen")).isEmpty();
        rest.get(MEMBERS + "/nobody@farm.example/record").isProblem(404, "members@lists.example");
    }

    private Answer csv(String file, String query) {
        return rest.put(MEMBERS + query, "text/csv; charset=UTF-8", file.getBytes(UTF_8));
    }

    private String exported(String query) {
        HttpResponse<byte[]> answer = rest.getBytes(MEMBERS + ".csv" + query);
        assertThat(answer.headers().firstValue("Content-Type")).isEqualTo(Optional.of("text/csv;charset=utf-8"));
        return new String(answer.body(), UTF_8);
    }

    private String found(String query) {
        StringBuilder emails = new StringBuilder();
        rest.get(MEMBERS + query)
                .hasStatus(200)
                .body()
                .get("members")
                .forEach(it -> emails.append(it.get("email").asText()).append(' '));
        return emails.toString();
    }
}
