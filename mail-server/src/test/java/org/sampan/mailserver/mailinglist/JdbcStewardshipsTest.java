package org.sampan.mailserver.mailinglist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.RestUnderTest;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class JdbcStewardshipsTest implements StewardshipsContract {
    private static final String STEWARDS = "/lists/mekong-news@lists.example/stewards";

    private final Database database;
    private final MailingLists lists;
    private final Stewardships stewardships;
    private MailingList list;
    private MailingList otherList;

    @SuppressWarnings("NullAway.Init") // the lists are made before each test
    JdbcStewardshipsTest(Database database) {
        this.database = database;
        lists = new JdbcMailingLists(database);
        stewardships = new JdbcStewardships(database);
    }

    @BeforeEach
    void startWithTwoLists() {
        database.jdbi().useHandle(handle -> handle.execute("truncate mailing_list cascade"));
        lists.remove(MailingListsContract.NEWS.address());
        list = lists.add(MailingListsContract.NEWS);
        otherList = lists.add(ListSettings.of(ListAddress.of("board@lists.example")));
    }

    @Test
    void rolesAndBansAreGivenAndTakenOverRest() {
        try (RestUnderTest rest =
                RestUnderTest.serving(new StewardshipRoutes(stewardships, lists, new ListPath(lists), new Json()))) {
            rest.post(STEWARDS + "/owners", "{\"email\":\"alice@harbour.example\"}")
                    .hasStatus(200);
            rest.post(STEWARDS + "/moderators", "{\"email\":\"htun@riverside.example\"}")
                    .hasStatus(200);
            rest.post(STEWARDS + "/banned", "{\"email\":\"*@spam.example\"}")
                    .hasStatus(200)
                    .hasShapeOf("stewards.json");
            assertThat(rest.get("/stewards/alice@harbour.example")
                            .hasStatus(200)
                            .hasShapeOf("looked-after.json")
                            .body()
                            .at("/lists/0/role")
                            .asText())
                    .isEqualTo("owner");
            rest.delete(STEWARDS + "/owners/alice@harbour.example").isProblem(409, "name another one first");
            rest.delete(STEWARDS + "/moderators/htun@riverside.example").hasStatus(200);
            JsonNode left = rest.delete(STEWARDS + "/banned/*@spam.example")
                    .hasStatus(200)
                    .body();
            assertThat(left.toString())
                    .isEqualTo("{\"owners\":[\"alice@harbour.example\"],\"moderators\":[],\"banned\":[]}");
        }
    }

    @Test
    void whatIsNoAddressPatternOrRoleIsNamed() {
        try (RestUnderTest rest =
                RestUnderTest.serving(new StewardshipRoutes(stewardships, lists, new ListPath(lists), new Json()))) {
            rest.post(STEWARDS + "/owners", "{\"email\":\"alice\"}").isProblemOf("email");
            rest.post(STEWARDS + "/owners", "{}").isProblemOf("email");
            rest.post(STEWARDS + "/banned", "{\"email\":\"\"}").isProblemOf("email");
            rest.post(STEWARDS + "/friends", "{\"email\":\"alice@harbour.example\"}")
                    .isProblem(404, "'friends'");
            rest.get("/stewards/alice").isProblemOf("email");
            assertThat(lists.stewards(list, Steward.OWNER)).isEmpty();
        }
    }

    @Override
    public Stewardships stewardships() {
        return stewardships;
    }

    @Override
    public MailingLists lists() {
        return lists;
    }

    @Override
    public MailingList list() {
        return list;
    }

    @Override
    public MailingList otherList() {
        return otherList;
    }
}
