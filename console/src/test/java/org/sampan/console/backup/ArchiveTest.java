package org.sampan.console.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.console.postgres.EmbeddedPostgres;

/** The file a backup is: what is written comes back, and what is not whole is refused. */
class ArchiveTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private Path original = Path.of("");
    private Path unpacked = Path.of("");

    @BeforeEach
    void files() throws IOException {
        original = Files.writeString(folder.resolve("key"), "a secret that is kept\n".repeat(500));
        unpacked = Files.createDirectory(folder.resolve("unpacked"));
    }

    @Test
    void whatIsWrittenComesBackForItsOwnerAlone() throws IOException {
        BackupLabel label = unpack(backup(label(EmbeddedPostgres.version())));
        assertThat(label.domain()).isEqualTo("lists.example");
        assertThat(label.madeAt()).isEqualTo(NOON);
        Path key = unpacked.resolve("data/dkim/key");
        assertThat(key).hasSameTextualContentAs(original);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(unpacked.resolve("data/empty")).isEmptyDirectory();
    }

    @Test
    void backupThatEndsTooEarlyIsRefused() throws IOException {
        byte[] whole = backup(label(EmbeddedPostgres.version()));
        assertThatThrownBy(() -> unpack(Arrays.copyOf(whole, whole.length - 40)))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("ends too early");
    }

    @Test
    void aBitThatIsNotAsItWasWrittenIsSeen() throws IOException {
        byte[] tar =
                new GZIPInputStream(new ByteArrayInputStream(backup(label(EmbeddedPostgres.version())))).readAllBytes();
        int at = new String(tar, StandardCharsets.ISO_8859_1).indexOf("a secret");
        tar[at] ^= 1;
        assertThatThrownBy(() -> unpack(gzip(tar)))
                .isInstanceOf(BackupException.class)
                .hasMessage("the backup is spoilt: data/dkim/key is not as it was written");
    }

    @Test
    void backupWithoutItsSumsIsNotWhole() {
        assertThatThrownBy(() -> unpack(tar(new TarArchiveEntry("data/"))))
                .hasMessageContaining("the sums at its end are missing");
    }

    @Test
    void databaseOfAnotherVersionOrMachineIsRefusedBeforeItIsUnpacked() throws IOException {
        byte[] backup = backup(label("9.6 on vax"));
        assertThatThrownBy(() -> unpack(backup))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("is of PostgreSQL 9.6 on vax");
        assertThat(unpacked).isEmptyDirectory();
    }

    @Test
    void newerPatchOfTheSamePostgresIsTaken() {
        String here = EmbeddedPostgres.version();
        new BackupLabel(NOON, "lists.example", Optional.of(here.replaceFirst("\\.[0-9.]*", ".99")))
                .requireReadableHere();
    }

    @Test
    void otherFilesAreNoBackups() {
        assertThatThrownBy(() -> unpack("hello".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BackupException.class);
        assertThatThrownBy(() -> unpack(tar(new TarArchiveEntry("notes.txt"))))
                .hasMessageContaining("this is no backup of Sampan");
    }

    @Test
    void nothingIsWrittenOutsideOfTheFolder() {
        assertThatThrownBy(() -> unpack(tar(new TarArchiveEntry("../outside"))))
                .hasMessageContaining("outside of its folder: ../outside");
        TarArchiveEntry link = new TarArchiveEntry("data/link", TarArchiveEntry.LF_SYMLINK);
        link.setLinkName("/etc/passwd");
        assertThatThrownBy(() -> unpack(tar(link))).hasMessageContaining("no file: data/link");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    private byte[] backup(String label) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArchiveWriter writer = new ArchiveWriter(out, bytes -> {});
        writer.text(BackupLabel.NAME, label);
        writer.folder("data");
        writer.folder("data/empty");
        writer.folder("data/dkim");
        writer.file("data/dkim/key", original);
        writer.file("data/dkim/gone", folder.resolve("gone"));
        writer.finish();
        return out.toByteArray();
    }

    private static String label(String postgres) {
        return new BackupLabel(NOON, "lists.example", Optional.of(postgres)).text();
    }

    private static byte[] tar(TarArchiveEntry entry) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            byte[] label = label(EmbeddedPostgres.version()).getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry first =
                    new TarArchiveEntry(entry.getName().equals("notes.txt") ? "notes.txt" : BackupLabel.NAME);
            first.setSize(label.length);
            tar.putArchiveEntry(first);
            tar.write(label);
            tar.closeArchiveEntry();
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] tar) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(tar);
        }
        return out.toByteArray();
    }

    private BackupLabel unpack(byte[] backup) throws IOException {
        try (InputStream in = new ByteArrayInputStream(backup)) {
            return new ArchiveReader(unpacked, bytes -> {}).unpack(in);
        }
    }
}
