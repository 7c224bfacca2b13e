package org.sampan.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every command says when it cannot be done, whoever is to blame. */
class RestCommandsTest {
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
    void problemIsToldAsTheProgramPutsIt() {
        sampan.mailServer().sample("PATCH /lists/members%40lists.example", 400, "problem.json");
        assertThat(sampan.run("lists", "set", "members", "maxBytes=12")).isEqualTo(1);
        assertThat(sampan.complained()).isEqualTo("sampan: maxBytes: at least 1024, not 12\n");
    }

    @Test
    void stoppedProgramIsNamedWithTheRemedy() throws IOException {
        sampan.set("SAMPAN_ADMIN_PORT", Integer.toString(closedPort()));
        assertThat(sampan.run("lists", "list")).isEqualTo(1);
        assertThat(sampan.complained())
                .startsWith("sampan: the mail server does not answer")
                .contains("./sampan start");
    }

    @Test
    void wrongTokenIsNamed() throws IOException {
        Files.writeString(home.resolve("data/admin.token"), "another");
        assertThat(sampan.run("lists", "list")).isEqualTo(1);
        assertThat(sampan.complained()).contains("does not take the token in", "admin.token");
    }

    @Test
    void escapeSequencesOfStrangersDoNotReachTheTerminal() {
        sampan.mailServer()
                .answer(
                        "GET /lists/members%40lists.example/held",
                        200,
                        "{\"held\":[{\"id\":\"k5\",\"from\":\"a@b.example\",\"subject\":\"\\u001b[2J\\u202Egnp.exe\",\"reason\":\"r\"}]}");
        assertThat(sampan.run("held", "list", "members")).isZero();
        assertThat(sampan.said()).doesNotContain("\u001b", "\u202e").contains("\uFFFD[2J\uFFFDgnp.exe");
    }

    @Test
    void usageErrorsExitWithTwo() {
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("lists"),
                List.of("nonsense"),
                List.of("lists", "set", "members"),
                List.of("posts", "list", "members", "--since", "yesterday"))) {
            assertThat(sampan.run(wrong.toArray(String[]::new)))
                    .as(wrong.toString())
                    .isEqualTo(2);
        }
    }

    @Test
    void helpWorksWithABrokenFile() throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/sampan.properties"), "nonsense");
        assertThat(sampan.run("members", "import", "--help")).isZero();
        assertThat(sampan.said()).contains("FILE.csv");
        assertThat(sampan.run("lists", "list")).isEqualTo(1);
        assertThat(sampan.complained()).startsWith("sampan: config/sampan.properties:1: ");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
