package org.sampan.mailserver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.RestUnderTest;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.JdbcPostArchive;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class ListSendsRoutesTest {
    private final LedgerUnderTest ledger;
    private final RestUnderTest rest;

    ListSendsRoutesTest(Database database) {
        ledger = new LedgerUnderTest(database);
        rest = RestUnderTest.serving(new ListSendsRoutes(
                new ListPath(new JdbcMailingLists(database)),
                new JdbcPostArchive(database),
                ledger.deliveries(),
                new Json()));
    }

    @AfterEach
    void close() {
        rest.close();
    }

    @Test
    void postsAreShownWithTheirWayPageByPage() {
        MailingList list = ledger.listOf(3);
        PostId older = ledger.fanOut(list, LedgerUnderTest.personal());
        PostId newer = ledger.newPost(list);
        String sends = "/lists/" + list.address() + "/sends";
        JsonNode first = rest.get(sends + "?limit=1").hasStatus(200).body();
        assertThat(first.at("/sends/0/post").asText()).isEqualTo(newer.text());
        assertThat(first.at("/sends/0/delivery/state").asText()).isEqualTo("waiting");
        assertThat(first.at("/sends/0/delivery/recipients").asInt()).isZero();
        JsonNode second =
                rest.get(sends + "?after=" + first.get("next").asText()).body();
        assertThat(second.at("/sends/0/post").asText()).isEqualTo(older.text());
        assertThat(second.at("/sends/0/delivery/recipients").asInt()).isEqualTo(3);
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(fields(second)).isEqualTo(fields(RestUnderTest.contract("sends.json")));
        rest.get(sends + "?limit=0").isProblemOf("limit");
        rest.get(sends + "?after=nonsense").isProblemOf("after");
    }

    private static String fields(JsonNode sends) {
        StringBuilder names = new StringBuilder();
        sends.at("/sends/0")
                .fieldNames()
                .forEachRemaining(it -> names.append(it).append(' '));
        sends.at("/sends/0/delivery")
                .fieldNames()
                .forEachRemaining(it -> names.append(it).append(' '));
        return names.toString();
    }
}
