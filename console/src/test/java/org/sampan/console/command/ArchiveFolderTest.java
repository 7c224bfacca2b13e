package org.sampan.console.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveFolderTest {
    @TempDir
    private Path home = Path.of("");

    /** Names and contents in turn. */
    private static InputStream zip(String... files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < files.length; i += 2) {
                zip.putNextEntry(new ZipEntry(files[i]));
                zip.write(files[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Test
    void onlyWhatChangedIsWrittenAndWhatIsGoneIsDeleted() throws IOException {
        ArchiveFolder folder = new ArchiveFolder(home);
        Files.writeString(home.resolve("mine.txt"), "kept");

        assertThat(folder.take(zip("index.html", "1", "news/17.html", "2", "news/18.html", "3")))
                .isEqualTo(new ArchiveFolder.Report(3, 3, 0));
        assertThat(folder.take(zip("index.html", "1", "news/18.html", "new")))
                .isEqualTo(new ArchiveFolder.Report(2, 1, 1));

        assertThat(home.resolve("news/17.html")).doesNotExist();
        assertThat(home.resolve("news/18.html")).hasContent("new");
        assertThat(home.resolve("mine.txt")).hasContent("kept");
    }

    @Test
    void nothingIsWrittenOutsideOfTheFolder() {
        assertThatThrownBy(() -> new ArchiveFolder(home.resolve("in")).take(zip("../out.html", "x")))
                .hasMessageContaining("outside of its folder: ../out.html");
        assertThat(home.resolve("out.html")).doesNotExist();
    }

    @Test
    void noArchiveDeletesNothing() throws IOException {
        ArchiveFolder folder = new ArchiveFolder(home);
        folder.take(zip("index.html", "1"));

        assertThatThrownBy(() -> folder.take(new ByteArrayInputStream(new byte[0])))
                .hasMessageContaining("no archive");
        assertThat(home.resolve("index.html")).exists();
    }
}
