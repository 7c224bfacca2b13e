package org.sampan.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MembersCommandTest {
    private static final String LIST = "/lists/members%40lists.example";

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
    void membersAreFilteredByTheServer() {
        sampan.mailServer()
                .sample(
                        "GET " + LIST
                                + "/members?q=htun&country=MM&organisation=Riverside%20Legal%20Aid&standing=suspended"
                                + "&limit=3",
                        200,
                        "members.json");
        assertThat(sampan.run(
                        "members",
                        "list",
                        "members",
                        "--search",
                        "htun",
                        "--country",
                        "MM",
                        "--organisation",
                        "Riverside Legal Aid",
                        "--standing",
                        "suspended",
                        "--limit",
                        "3"))
                .as(sampan.complained())
                .isZero();
        assertThat(sampan.said()).contains("htun@riverside.example", "suspended");
    }

    @Test
    void rosterIsPrintedAsTheServerWritesIt() {
        String file = "\uFEFFemail,name\r\nhtun@riverside.example,ထွန်းအောင်\r\n";
        sampan.mailServer().answer("GET " + LIST + "/members.csv?country=MM", 200, file);
        assertThat(sampan.run("members", "export", "--list", "members", "--country", "MM"))
                .as(sampan.complained())
                .isZero();
        assertThat(sampan.said()).isEqualTo(file);
    }

    @Test
    void previewSaysWhatWouldBecomeOfAFile() throws IOException {
        sampan.mailServer().sample("PUT " + LIST + "/members?preview=true", 200, "members-preview.json");
        Path file = Files.writeString(home.resolve("members.csv"), "email\n");
        assertThat(sampan.run("members", "import", file.toString(), "--list", "members", "--preview"))
                .isOne();
        assertThat(sampan.said()).contains("38 lines read: 34 added", "not an address");
    }
}
