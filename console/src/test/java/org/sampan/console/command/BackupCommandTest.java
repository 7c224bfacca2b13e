package org.sampan.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of an installation whose database is elsewhere; those with one are in {@code LauncherJourneyTest}. */
class BackupCommandTest {

    @TempDir
    private Path home = Path.of("");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void installation() throws IOException {
        Files.createDirectories(home.resolve("data/dkim"));
        Files.writeString(home.resolve("data/dkim/key"), "secret\n");
        Files.createDirectories(home.resolve("data/restore123"));
        Files.writeString(home.resolve("data/restore123/half"), "of a restore that was killed\n");
    }

    @Test
    void saysThatTheDatabaseIsElsewhere() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path file = home.resolve("backup.tar.gz");
        assertThat(backup(file.toString(), out)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("in 2 files", "The database is not in it");
        assertThat(file).exists();
        assertThat(home.resolve("backup.tar.gz.part")).doesNotExist();
    }

    @Test
    void pipeThatBreaksIsAFailure() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertThat(backup("-", broken)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("what came there is no backup");
    }

    private int backup(String file, OutputStream out) {
        Map<String, String> environment =
                Map.of("SAMPAN_HOME", home.toString(), "SAMPAN_DATABASE_URL", "jdbc:postgresql://db.example/sampan");
        return new CommandLineInterface(
                        environment,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run("backup", file);
    }
}
