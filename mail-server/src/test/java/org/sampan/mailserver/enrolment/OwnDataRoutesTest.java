package org.sampan.mailserver.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.enrolment.EnrolmentUnderTest.HTUN;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.RestUnderTest;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class OwnDataRoutesTest {
    private static final String PERSON = "/people/htun@riverside.example";

    private final Database database;
    private final EnrolmentUnderTest enrolment;
    private final MailingList news;
    private final RestUnderTest rest;

    OwnDataRoutesTest(Database database) {
        this.database = database;
        enrolment = new EnrolmentUnderTest(database);
        news = enrolment.list("mekong-news@lists.example", ListSettings.Joining.CONFIRM);
        enrolment.subscribe(news, HTUN);
        rest = RestUnderTest.serving(
                new AddressRoutes(enrolment.moving, enrolment.persons, new Json()),
                new ExportRoutes(
                        enrolment.members,
                        enrolment.persons,
                        enrolment.consents,
                        enrolment.lists,
                        new JdbcAuthoredPosts(database),
                        new Json()));
    }

    @AfterEach
    void close() {
        rest.close();
    }

    @Test
    void furtherAddressAndMoveAreAskedFor() {
        rest.post(PERSON + "/addresses", "{\"address\":\"htun@home.example\"}").hasStatus(202);
        rest.post(PERSON + "/move", "{\"address\":\"htun@home.example\"}").hasStatus(202);
        assertThat(enrolment.notices.told())
                .containsExactly(
                        "confirm-address htun@home.example",
                        "confirm-move-old htun@riverside.example",
                        "confirm-move-new htun@home.example");
        rest.post(PERSON + "/move", "{\"address\":\"htun@riverside.example\"}").isProblemOf("address");
        rest.post("/people/nobody@nowhere.example/move", "{\"address\":\"a@b.example\"}")
                .hasStatus(404);
    }

    @Test
    void furtherAddressIsRemoved() {
        enrolment.persons.addAddress(HTUN, new EmailAddress("htun@home.example"));
        rest.delete(PERSON + "/addresses/htun@home.example").hasStatus(204);
        rest.delete(PERSON + "/addresses/htun@home.example").hasStatus(404);
    }

    @Test
    void exportHoldsEverythingKeptOfAPerson() throws IOException {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into post (id, list_id, message_id, thread_id, from_email, from_name, subject, bytes,"
                                + " received_at, received) values ('abc', ?, '<1@x>', 'abc', 'Htun@riverside.example', '', 'Boats',"
                                + " 5, now(), 'From: h')",
                        news.id()));
        Map<String, String> files = export();
        assertThat(files).containsOnlyKeys("person.json", "posts/mekong-news@lists.example/abc.eml");
        assertThat(files.get("person.json"))
                .contains("htun@riverside.example", "mekong-news@lists.example", "\"mode\":\"each\"", "Boats");
        assertThat(files.get("posts/mekong-news@lists.example/abc.eml")).isEqualTo("From: h");
    }

    private Map<String, String> export() throws IOException {
        HttpResponse<byte[]> answer = rest.getBytes(PERSON + "/export");
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
