package org.sampan.mailserver.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.enrolment.EnrolmentUnderTest.HTUN;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.RestUnderTest;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class AdmissionRoutesTest {
    private static final String LIST = "/lists/members@lists.example";

    private final EnrolmentUnderTest enrolment;
    private final MailingList members;
    private final RestUnderTest rest;

    AdmissionRoutesTest(Database database) {
        enrolment = new EnrolmentUnderTest(database);
        members = enrolment.list("members@lists.example", ListSettings.Joining.MODERATE);
        rest = RestUnderTest.serving(new AdmissionRoutes(
                enrolment.admission,
                enrolment.admissions,
                enrolment.departures,
                new ListPath(enrolment.lists),
                new Json()));
    }

    @AfterEach
    void close() {
        rest.close();
    }

    @Test
    void applicantsAreShownAndLetInOnce() {
        ask();
        rest.get(LIST + "/waiting").hasStatus(200).hasShapeOf("waiting.json");
        String admit = LIST + "/waiting/" + onlyId() + "/admit";
        rest.post(admit, "").hasStatus(200).hasShapeOf("waiting-decision.json");
        assertThat(enrolment.members.isMember(members, HTUN)).isTrue();
        rest.post(admit, "").isProblem(404, "Nobody waits");
    }

    @Test
    void applicantIsRefusedWithAReason() {
        ask();
        rest.post(LIST + "/waiting/" + onlyId() + "/refuse", "{\"reason\":\"For staff only.\"}")
                .hasStatus(200);
        assertThat(enrolment.members.isMember(members, HTUN)).isFalse();
        rest.post(LIST + "/waiting/nonsense/refuse", "").hasStatus(404);
    }

    @Test
    void whoDecidedWhatStaysUntilThePersonIsForgotten() {
        ask();
        rest.post(LIST + "/waiting/" + onlyId() + "/refuse", """
                        {"by":"Kanya (kanya@market.example)","reason":"For staff only."}""").hasStatus(200);
        ask();
        rest.post(LIST + "/waiting/" + onlyId() + "/admit", "").hasStatus(200);
        JsonNode first = rest.get(LIST + "/admissions?limit=1")
                .hasShapeOf("admissions.json")
                .body();
        assertThat(first.at("/admissions/0/decision").asText()).isEqualTo("admitted");
        assertThat(first.at("/admissions/0/by").asText()).isEqualTo("the operator");
        JsonNode second = rest.get(
                        LIST + "/admissions?after=" + first.path("next").asText())
                .body();
        assertThat(second.at("/admissions/0/by").asText()).isEqualTo("Kanya (kanya@market.example)");
        assertThat(second.at("/admissions/0/reason").asText()).isEqualTo("For staff only.");
        assertThat(second.at("/admissions/0/at").asText()).isEqualTo("2026-11-22T01:00:00Z");
        assertThat(second.path("next").isNull()).isTrue();

        enrolment.members.erase(HTUN);
        assertThat(rest.get(LIST + "/admissions").body().path("admissions")).isEmpty();
    }

    @Test
    void whoDecidesIsOnePrintableLine() {
        ask();
        rest.post(LIST + "/waiting/" + onlyId() + "/admit", "{\"by\":\"Kanya\\r\\nBcc: x\"}")
                .isProblemOf("by");
        assertThat(enrolment.members.isMember(members, HTUN)).isFalse();
        rest.get(LIST + "/admissions?limit=0").isProblemOf("limit");
        rest.get(LIST + "/admissions?after=x").isProblemOf("after");
    }

    @Test
    void reasonsOfLeavingAreShown() {
        enrolment.departures.add(members, "Too much mail.");
        assertThat(rest.get(LIST + "/departures").hasStatus(200).body())
                .isEqualTo(RestUnderTest.contract("departures.json"));
    }

    private void ask() {
        Person htun = new Person(HTUN, "ထွန်းအောင်", "", "", "my", "");
        enrolment.joining.ask(new Wish(members, htun, "web", Optional.empty()));
    }

    private String onlyId() {
        return Long.toString(enrolment.admission.applicants(members).get(0).id());
    }
}
