package org.sampan.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinsCommandTest {
    @TempDir
    private Path home = Path.of("");

    private CommandUnderTest sampan;

    @BeforeEach
    void open() throws IOException {
        sampan = new CommandUnderTest(home);
    }

    @AfterEach
    void close() {
        sampan.close();
    }

    @Test
    void applicantsAreShownAndLetIn() {
        sampan.mailServer().sample("GET /lists/members%40lists.example/waiting", 200, "waiting.json");
        sampan.mailServer()
                .sample("POST /lists/members%40lists.example/waiting/17/admit", 200, "waiting-decision.json");
        assertThat(sampan.run("joins", "list", "members")).isZero();
        assertThat(sampan.said()).contains("17", "htun@riverside.example");
        assertThat(sampan.run("joins", "admit", "members", "17")).isZero();
        assertThat(sampan.said()).contains("htun@riverside.example admitted");
    }

    @Test
    void whoDecidedIsShown() {
        sampan.mailServer().sample("GET /lists/members%40lists.example/admissions?limit=1", 200, "admissions.json");
        assertThat(sampan.run("joins", "decisions", "members", "--limit", "1")).isZero();
        assertThat(sampan.said())
                .contains("htun@riverside.example", "refused", "boun@mekong-network.example", "for staff only");
    }

    @Test
    void peopleAreInvitedAndWhoWasNotIsShown() throws IOException {
        sampan.mailServer().sample("POST /lists/members%40lists.example/invitations", 200, "invitation-results.json");
        assertThat(sampan.run("joins", "invite", "members", "htun@riverside.example", "nobody", "--words", "Do come."))
                .isOne();
        assertThat(sampan.said()).contains("not-an-address");
        assertThat(new ObjectMapper().readTree(sampan.mailServer().lastBody()))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        "{\"words\":\"Do come.\",\"language\":\"\",\"emails\":[\"htun@riverside.example\",\"nobody\"]}"));
    }

    @Test
    void whoIsInvitedMustBeSaid() {
        assertThat(sampan.run("joins", "invite", "members")).isEqualTo(2);
        assertThat(sampan.complained()).contains("--file people.csv");
    }

    @Test
    void peopleOfAFileAreInvitedAndItsBadLinesTold() throws IOException {
        String invitations = "/lists/members%40lists.example/invitations";
        sampan.mailServer().sample("PUT " + invitations + "/preview", 200, "invitations-preview.json");
        sampan.mailServer().sample("POST " + invitations, 200, "invitation-results.json");
        Path file = Files.writeString(home.resolve("people.csv"), "email,name,language\nhtun@riverside.example,,my\n");

        assertThat(sampan.run("joins", "invite", "members", "--file=" + file, "--preview"))
                .isOne();
        assertThat(sampan.said()).contains("htun@riverside.example", "on-the-list");
        assertThat(sampan.complained()).contains("line 4: nobody: email: not an address");
        assertThat(sampan.mailServer().lastBody()).startsWith("email,name,language");

        assertThat(sampan.run("joins", "invite", "members", "--file=" + file, "--words=Do come."))
                .isOne();
        assertThat(sampan.complained()).contains("line 4: nobody");
        assertThat(new ObjectMapper().readTree(sampan.mailServer().lastBody()))
                .isEqualTo(new ObjectMapper().readTree("""
                        {"words":"Do come.","language":"","people":[
                          {"email":"htun@riverside.example","name":"ထွန်းအောင်","language":"my"},
                          {"email":"alice@harbour.example","name":"","language":""}]}"""));
    }
}
