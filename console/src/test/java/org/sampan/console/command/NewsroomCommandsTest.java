package org.sampan.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about editions, runs, sources and statements, against the contract's own samples. */
class NewsroomCommandsTest {
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
    void statementIsHandedInWithItsAttachments() throws IOException {
        sampan.digestService()
                .answer(
                        "POST /api/statements",
                        201,
                        "{\"id\":7,\"messageId\":\"<statement.7@lists.example>\",\"lists\":[\"members@lists.example\"]}");
        Path file = Files.writeString(home.resolve("statement.md"), "# ຂ່າວ\n");
        Path pdf = Files.writeString(home.resolve("ແຈ້ງການ \"1\".pdf"), "%PDF-1.4");
        assertThat(sampan.run(
                        "posts",
                        "send",
                        "--list",
                        "members",
                        "--list",
                        "mekong-news",
                        "--subject",
                        "ຂ່າວ",
                        "--file",
                        file.toString(),
                        "--attach",
                        pdf.toString()))
                .as(sampan.complained())
                .isZero();
        assertThat(sampan.digestService().lastBody())
                .contains("name=\"list\"\r\n", "members@lists.example\r\n", "mekong-news@lists.example\r\n")
                .contains(
                        "# ຂ່າວ\n",
                        "filename=\"ແຈ້ງການ %221%22.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\r\n");
        assertThat(sampan.said()).contains("statement 7", "<statement.7@lists.example>");
    }

    @Test
    void skippedEditionIsSaidToBeSkipped() {
        sampan.digestService().answer("POST /api/editions/mekong-weekly/runs", 202, "{\"run\":18}");
        sampan.digestService()
                .answer(
                        "GET /api/runs/18",
                        200,
                        "{\"run\":18,\"job\":\"edition\",\"state\":\"skipped\",\"message\":\"no story between 2026-11-16 and 2026-11-22\"}");
        assertThat(sampan.run("editions", "run", "mekong-weekly", "--since", "2026-11-16", "--dry-run"))
                .isZero();
        assertThat(sampan.digestService().lastBody()).isEmpty();
        assertThat(sampan.said()).isEqualTo("skipped: no story between 2026-11-16 and 2026-11-22\n");
    }

    @Test
    void editionIsApprovedAsItIsNow() {
        sampan.digestService().sample("GET /api/editions/mekong-weekly/12/approval", 200, "edition-approval.json");
        sampan.digestService().sample("POST /api/editions/mekong-weekly/12/approve", 200, "edition-approval.json");
        assertThat(sampan.run("editions", "approve", "mekong-weekly", "12")).isZero();
        assertThat(sampan.digestService().lastBody())
                .isEqualTo("{\"fingerprint\":\"7d1c5b0a9e2f4c68b3a1d0e5f6978c24\"}");
        assertThat(sampan.said()).isEqualTo("approved by mali@riverside.example\n");
    }

    @Test
    void previewIsPrintedAsItIs() {
        sampan.digestService().answer("GET /api/editions/mekong-weekly/12/preview?language=my&as=text", 200, "မြစ်\n");
        assertThat(sampan.run("editions", "preview", "mekong-weekly", "12", "--language", "my", "--text"))
                .isZero();
        assertThat(sampan.said()).isEqualTo("မြစ်\n");
    }

    @Test
    void runsAreListedAndShownWithTheirLog() {
        sampan.digestService().sample("GET /api/runs?limit=20", 200, "runs.json");
        sampan.digestService().sample("GET /api/runs/18", 200, "run-skipped.json");
        assertThat(sampan.run("runs", "list")).isZero();
        assertThat(sampan.said()).contains("mekong-weekly/12", "waiting", "second person");
        assertThat(sampan.run("runs", "show", "18")).isZero();
        assertThat(sampan.said()).contains("2026-11-22T17:00:03Z", "empty");
        sampan.digestService()
                .answer("GET /api/runs/19", 200, "{\"run\":19,\"job\":\"edition\",\"edition\":\"mekong-weekly/12\"}");
        sampan.digestService().sample("GET /api/editions/mekong-weekly/12/delivery", 200, "edition-delivery.json");
        assertThat(sampan.run("runs", "show", "19")).isZero();
        assertThat(sampan.said())
                .contains(
                        "delivery: sending",
                        "          38  sent",
                        "next at 07:00 in GMT+06:30, 2026-11-23 (2026-11-23T00:30:00Z)");
    }

    @Test
    void failedRunFails() {
        sampan.digestService().answer("POST /api/sources/collect", 202, "{\"run\":17}");
        sampan.digestService()
                .answer(
                        "GET /api/runs/17",
                        200,
                        "{\"run\":17,\"job\":\"collect\",\"state\":\"failed\",\"message\":\"database away\"}");
        assertThat(sampan.run("sources", "collect")).isEqualTo(1);
        assertThat(sampan.complained()).isEqualTo("sampan: collect failed: database away\n");
    }

    @Test
    void sourceIsAddedWithWhatItAllowsAndItsLine() {
        sampan.digestService().answer("POST /api/sources", 201, "{\"id\":3}");
        assertThat(sampan.run(
                        "sources", "add", "https://harbour.example/feed/", "--excerpt", "300", "--rights", "© Harbour"))
                .isZero();
        assertThat(sampan.digestService().lastBody()).contains("\"excerpt\":300", "\"rights\":\"© Harbour\"");
    }

    @Test
    void archiveOfASourceIsGoneThroughByItsName() {
        sampan.digestService().sample("GET /api/sources", 200, "sources.json");
        sampan.digestService().answer("POST /api/sources/2/backfill", 202, "{\"run\":17}");
        sampan.digestService()
                .answer(
                        "GET /api/runs/17",
                        200,
                        "{\"run\":17,\"job\":\"collect\",\"state\":\"done\",\"result\":{\"sources\":1,\"items\":30,\"new\":20,"
                                + "\"merged\":1,\"changed\":0,\"unchanged\":9,\"failed\":[]}}");
        assertThat(sampan.run("sources", "backfill", "riverside.example", "--pages", "3"))
                .isZero();
        assertThat(sampan.said()).contains("30 items from 1 sources: 20 new");
        assertThat(sampan.run("sources", "backfill", "nobody")).isEqualTo(2);
        assertThat(sampan.complained()).contains("there is no source nobody; see ./sampan sources list");
    }
}
