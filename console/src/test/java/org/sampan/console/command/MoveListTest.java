package org.sampan.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoveListTest {
    private static final String LIST = "/lists/members%40lists.example";

    @TempDir
    private Path home = Path.of("");

    private CommandUnderTest sampan;

    @BeforeEach
    void open() throws IOException {
        sampan = new CommandUnderTest(home);
        sampan.mailServer().sample("GET " + LIST + "/stewards", 200, "stewards.json");
        sampan.mailServer().sample("PATCH " + LIST + "/stewards", 200, "stewards.json");
        sampan.mailServer().sample("PATCH " + LIST, 200, "list.json");
        sampan.mailServer().sample("PATCH /people/htun%40riverside.example", 200, "person.json");
        sampan.mailServer().sample("PUT " + LIST + "/members", 200, "members-import.json");
        sampan.mailServer().sample("PUT " + LIST + "/members?preview=true", 200, "members-preview.json");
    }

    @AfterEach
    void close() {
        sampan.close();
    }

    @Test
    void listOfMailman2ComesInWithItsPeopleRolesAndSettings() throws IOException {
        Path members = file("members.txt", "Alice Chan <alice@harbour.example>\nHtun <htun@riverside.example>\n");
        Path digests = file("digests.txt", "htun@riverside.example\n");
        Path config = file("config.py", "owner = ['kanya@market.example']\nreal_name = 'Members'\nadvertised = 0\n");
        sampan.run(
                "lists",
                "move",
                "members",
                "--members",
                members.toString(),
                "--digests",
                digests.toString(),
                "--settings",
                config.toString());
        assertThat(sampan.mailServer().asked())
                .containsExactly(
                        "GET " + LIST + "/stewards",
                        "PATCH " + LIST,
                        "PATCH " + LIST + "/stewards",
                        "PUT " + LIST + "/members");
        assertThat(sampan.mailServer().lastBody())
                .isEqualTo("email,name,mode,organisation,country,language,timezone\r\n"
                        + "alice@harbour.example,Alice Chan,,,,,\r\nhtun@riverside.example,Htun,daily,,,,\r\n");
        assertThat(sampan.said())
                .contains("set: name = Members", "owners: kanya@market.example", "config.py: advertised = 0: whether");
    }

    @Test
    void checkChangesNothing() throws IOException {
        Path members = file("member.dump", "email htun@riverside.example\nreception txt\n");
        sampan.run(
                "lists", "move", "members", "--members", members.toString(), "--owners", members.toString(), "--check");
        assertThat(sampan.mailServer().asked())
                .containsExactly("GET " + LIST + "/stewards", "PUT " + LIST + "/members?preview=true");
        assertThat(sampan.said()).contains("would be added", "owners: htun@riverside.example");
    }

    @Test
    void whoWantedTextGetsText() throws IOException {
        Path members = file("member.dump", "email htun@riverside.example\nreception txt\n");
        sampan.run("lists", "move", "members", "--members", members.toString());
        assertThat(sampan.mailServer().lastBody()).isEqualTo("{\"preferences\":{\"textOnly\":true}}");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text);
    }
}
