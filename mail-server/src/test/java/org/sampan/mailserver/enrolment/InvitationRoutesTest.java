package org.sampan.mailserver.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.RestUnderTest;
import org.sampan.mailserver.admin.RestUnderTest.Answer;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class InvitationRoutesTest {
    private static final String INVITATIONS = "/lists/members@lists.example/invitations";
    private static final EmailAddress HTUN = new EmailAddress("htun@riverside.example");
    private static final EmailAddress ALICE = new EmailAddress("alice@harbour.example");

    private final EnrolmentUnderTest enrolment;
    private final MailingList members;
    private final RestUnderTest rest;

    InvitationRoutesTest(Database database) {
        enrolment = new EnrolmentUnderTest(database);
        members = enrolment.list("members@lists.example", ListSettings.Joining.MODERATE);
        rest = RestUnderTest.serving(
                new InvitationRoutes(enrolment.inviting, new ListPath(enrolment.lists), new Json()));
    }

    @AfterEach
    void close() {
        rest.close();
    }

    @Test
    void invitationsAreSentAndShown() {
        assertThat(rest.post(INVITATIONS, "{\"emails\":[\"htun@riverside.example\",\"nobody\"]}")
                        .hasStatus(200)
                        .body())
                .isEqualTo(RestUnderTest.contract("invitation-results.json"));
        assertThat(rest.get(INVITATIONS).hasStatus(200).body()).isEqualTo(RestUnderTest.contract("invitations.json"));
        rest.post(INVITATIONS, "{\"emails\":[]}").isProblemOf("emails");
    }

    @Test
    void peopleAreInvitedByTheirNameAndInTheirLanguage() {
        rest.post(INVITATIONS, RestUnderTest.contract("invitations-request.json"))
                .hasStatus(200);
        assertThat(enrolment.inviting.open(members))
                .extracting(Inviting.Invited::name)
                .containsExactly("ထွန်းအောင်");
        assertThat(enrolment.notices.sent().get(0).language()).isEqualTo("my");
    }

    @Test
    void nobodyIsWrittenToWhenOneLanguageIsNone() {
        rest.post(
                        INVITATIONS,
                        "{\"people\":[{\"email\":\"htun@riverside.example\"},{\"email\":\"bo@harbour.example\","
                                + "\"language\":\"Shan language\"}]}")
                .isProblemOf("language");
        assertThat(enrolment.inviting.open(members)).isEmpty();
    }

    @Test
    void fileIsLookedThroughBeforeAnybodyIsWrittenTo() {
        enrolment.members.add(members, Person.of(ALICE), DeliveryMode.EACH, "owner");
        JsonNode preview = preview(
                        "email,name,language\nhtun@riverside.example,ထွန်းအောင်,my\nalice@harbour.example\nnobody\n")
                .hasStatus(200)
                .body();
        assertThat(preview).isEqualTo(RestUnderTest.contract("invitations-preview.json"));
        assertThat(enrolment.inviting.open(members)).isEmpty();
    }

    @Test
    void bannedIsSaidInThePreview() {
        enrolment.lists.ban(members, HTUN);
        assertThat(preview("email\nhtun@riverside.example\n")
                        .body()
                        .at("/results/0/result")
                        .asText())
                .isEqualTo("banned");
    }

    @Test
    void fileOfMoreThanFiveHundredOrWithoutAddressesIsRefused() {
        StringBuilder many = new StringBuilder("email\n");
        for (int i = 0; i < 501; i++) {
            many.append("reader").append(i).append("@reading.example\n");
        }
        preview(many.toString()).isProblem(400, "more than 500 people");
        preview("name\nHtun\n").isProblem(400, "Nobody was invited.");
    }

    private Answer preview(String file) {
        return rest.put(INVITATIONS + "/preview", "text/csv", file.getBytes(UTF_8));
    }
}
