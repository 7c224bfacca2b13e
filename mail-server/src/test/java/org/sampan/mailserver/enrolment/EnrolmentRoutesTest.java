package org.sampan.mailserver.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.enrolment.EnrolmentUnderTest.HTUN;
import static org.sampan.mailserver.enrolment.EnrolmentUnderTest.token;

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
import org.sampan.mailserver.notice.JoiningContent;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class EnrolmentRoutesTest {
    private static final String JOINS = "/lists/mekong-news@lists.example/joins";
    private static final JsonNode REQUEST = RestUnderTest.contract("join-request.json");

    private final EnrolmentUnderTest enrolment;
    private final MailingList news;
    private final RestUnderTest rest;

    EnrolmentRoutesTest(Database database) {
        enrolment = new EnrolmentUnderTest(database);
        news = enrolment.list("mekong-news@lists.example", ListSettings.Joining.CONFIRM);
        rest = RestUnderTest.serving(new EnrolmentRoutes(
                enrolment.joining, enrolment.confirming, enrolment.leaving, new ListPath(enrolment.lists), new Json()));
    }

    @AfterEach
    void close() {
        rest.close();
    }

    @Test
    void joinIsAnsweredAlikeWhetherOrNotOnTheList() {
        JsonNode expected = RestUnderTest.contract("join.json");
        assertThat(rest.post(JOINS, REQUEST).hasStatus(202).body()).isEqualTo(expected);
        enrolment.subscribe(news, HTUN);
        assertThat(rest.post(JOINS, REQUEST).hasStatus(202).body()).isEqualTo(expected);
    }

    @Test
    void unsoundJoinIsRefusedNamingTheField() {
        rest.post(JOINS, "{\"email\":\"nobody\"}").isProblemOf("email");
        rest.post(JOINS, "{}").isProblemOf("email");
        rest.post(JOINS, "{\"email\":\"a@farm.example\",\"language\":\"any language\"}")
                .isProblemOf("language");
        rest.post(JOINS, "{\"email\":\"a@farm.example\",\"name\":\"two\\nlines\"}")
                .isProblemOf("name");
        rest.post("/lists/nobody@lists.example/joins", REQUEST).hasStatus(404);
    }

    @Test
    void closedListIsForbidden() {
        enrolment.list("members@lists.example", ListSettings.Joining.CLOSED);
        rest.post("/lists/members@lists.example/joins", REQUEST).isProblem(403, "members-owner@lists.example");
    }

    @Test
    void confirmationIsShownAndDoneAsTheContractShows() {
        rest.post(JOINS, REQUEST).hasStatus(202);
        String path = "/confirmations/"
                + token(enrolment.notices.last(JoiningContent.ConfirmJoin.class).link());
        assertThat(rest.get(path).hasStatus(200).body()).isEqualTo(RestUnderTest.contract("confirmation.json"));
        assertThat(rest.post(path, "").hasStatus(200).body())
                .isEqualTo(RestUnderTest.contract("confirmation-done.json"));
        assertThat(enrolment.members.isMember(news, HTUN)).isTrue();
        rest.get(path).isProblem(404, "used already");
        rest.post(path, "").hasStatus(404);
    }

    @Test
    void unsubscriptionIsShownAndDoneAsTheContractShows() {
        rest.post(JOINS, REQUEST).hasStatus(202);
        enrolment.confirming.confirm(
                token(enrolment.notices.last(JoiningContent.ConfirmJoin.class).link()), Optional.empty());
        String path = "/unsubscriptions/"
                + token(enrolment.notices.last(JoiningContent.Welcome.class).leaveLink());
        assertThat(rest.get(path).hasStatus(200).body()).isEqualTo(RestUnderTest.contract("unsubscription.json"));
        assertThat(enrolment.members.isMember(news, HTUN)).isTrue();
        assertThat(rest.post(path, "").hasStatus(200).body())
                .isEqualTo(RestUnderTest.contract("unsubscription-left.json"));
        assertThat(rest.post(path, "").hasStatus(200).body())
                .isEqualTo(RestUnderTest.contract("unsubscription-gone.json"));
        rest.get("/unsubscriptions/nonsense").hasStatus(404);
    }
}
