package org.sampan.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementsCommandTest {
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
    void statementInSeveralLanguagesIsHandedInWithItsEmbargo() throws IOException {
        sampan.digestService().sample("POST /api/statements", 201, "statement-made.json");
        Path english = Files.writeString(home.resolve("en.md"), "An end to fees.\n");
        Path khmer = Files.writeString(home.resolve("km.md"), "បញ្ចប់ថ្លៃ\n");
        assertThat(sampan.run(
                        "statements",
                        "send",
                        "--list=members",
                        "--subject=Kilns",
                        "--file=" + english,
                        "--text=km=" + khmer,
                        "--title=km=ឡឥដ្ឋ",
                        "--signed-by=Village Network",
                        "--embargo=2026-12-01T09:00 Asia/Bangkok"))
                .as(sampan.complained())
                .isZero();
        assertThat(sampan.digestService().lastBody())
                .contains("name=\"body.km\"; filename=\"km.md\"", "បញ្ចប់ថ្លៃ", "name=\"subject.km\"", "ឡឥដ្ឋ")
                .contains("Village Network", "2026-12-01T09:00 Asia/Bangkok");
        assertThat(sampan.said()).contains("statement 7 as <statement.7@lists.example>");
    }

    @Test
    void statementIsShownAndWithdrawn() {
        sampan.digestService().sample("GET /api/statements/7", 200, "statement.json");
        assertThat(sampan.run("statements", "show", "7"))
                .as(sampan.complained())
                .isZero();
        assertThat(sampan.said()).contains("state: sent", "version 1: sent in en", "members@lists.example: taken");
        sampan.digestService().sample("POST /api/statements/7/withdraw", 200, "statement.json");
        assertThat(sampan.run(
                        "statements",
                        "withdraw",
                        "7",
                        "--reason=A figure was wrong.",
                        "--reason-in=km=តួលេខខុស។",
                        "--tell",
                        "--yes"))
                .as(sampan.complained())
                .isZero();
        assertThat(sampan.digestService().lastBody())
                .contains("\"reason\":\"A figure was wrong.\"", "\"tell\":true", "{\"km\":\"តួលេខខុស។\"}");
    }
}
