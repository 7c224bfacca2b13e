package org.sampan.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClippingsCommandTest {
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
    void storyIsShownWithItsSourcesAndLanguages() {
        sampan.digestService().sample("GET /api/clippings/17", 200, "clipping.json");
        assertThat(sampan.run("clippings", "show", "17"))
                .as(sampan.complained())
                .isZero();
        assertThat(sampan.said())
                .contains("Ferry workers win a day of rest", "https://harbour.example/feed/", "ลูกเรือเรือข้ามฟาก");
    }

    @Test
    void whatIsKeptNoLongerIsToldBeforeItGoes() {
        sampan.digestService().sample("GET /api/clippings/disposal", 200, "disposal.json");
        sampan.digestService().sample("POST /api/clippings/disposal", 200, "disposal.json");

        assertThat(sampan.run("clippings", "dispose", "--dry-run")).isZero();
        assertThat(sampan.said())
                .contains(
                        "12 saved copies from before 2025-11-28T17:00:00Z would go",
                        "unused clippings are kept for good: retention.unused is not set");
        assertThat(sampan.run("clippings", "dispose")).isZero();
        assertThat(sampan.said()).contains("12 saved copies from before 2025-11-28T17:00:00Z are gone");
    }

    @Test
    void storiesAreListedAndCountedByWhatIsAskedFor() {
        sampan.digestService()
                .sample(
                        "GET /api/clippings?state=new&country=TH&q=%E0%B8%84%E0%B9%88%E0%B8%B2%E0%B9%81%E0%B8%A3%E0%B8%87&limit=50",
                        200, "clippings.json");
        assertThat(sampan.run("clippings", "list", "--state", "new", "--country", "TH", "-q", "ค่าแรง"))
                .as(sampan.complained())
                .isZero();
        assertThat(sampan.said()).contains("Ferry workers win a day of rest", "used");

        sampan.digestService().sample("GET /api/clippings/counts?since=2026-11-01", 200, "clippings-counts.json");
        assertThat(sampan.run("clippings", "count", "--since", "2026-11-01")).isZero();
        assertThat(sampan.said()).contains("240");
    }

    @Test
    void storiesAreMergedSplitAndLinked() throws IOException {
        sampan.digestService().sample("POST /api/clippings/17/merge", 200, "clipping.json");
        assertThat(sampan.run("clippings", "merge", "17", "21", "--json")).isZero();
        assertThat(sampan.digestService().lastBody()).isEqualTo("{\"other\":21}");
        assertThat(sampan.json().at("/clipping/id").asLong()).isEqualTo(17);

        sampan.digestService().sample("POST /api/clippings/17/split", 201, "clipping.json");
        assertThat(sampan.run("clippings", "split", "17", "https://harbour.example/feed/", "7"))
                .isZero();
        assertThat(sampan.digestService().lastBody())
                .isEqualTo("{\"source\":\"https://harbour.example/feed/\",\"item\":\"7\"}");

        sampan.digestService().sample("POST /api/clippings/17/versions", 200, "clipping.json");
        assertThat(sampan.run("clippings", "link", "17", "21")).isZero();
    }

    @Test
    void storyIsTakenDownForAReason() throws IOException {
        sampan.digestService().sample("POST /api/clippings/17/takedown", 200, "takedown.json");
        assertThat(sampan.run("clippings", "takedown", "17", "--reason", "She asked us to."))
                .as(sampan.complained())
                .isZero();
        assertThat(sampan.digestService().lastBody()).isEqualTo("{\"reason\":\"She asked us to.\"}");
        assertThat(sampan.run("clippings", "takedown", "17")).isEqualTo(2);
    }

    @Test
    void fileIsImportedWithAReportOfItsLines() throws IOException {
        sampan.digestService().sample("PUT /api/clippings?name=2015.csv", 200, "clippings-import.json");
        Path table = Files.writeString(home.resolve("2015.csv"), "title\n");
        assertThat(sampan.run("clippings", "import", table.toString())).isEqualTo(1);
        assertThat(sampan.said()).contains("412 read: 398 new, 9 merged", "line 17: kind: cannot be 'weather'");
    }
}
