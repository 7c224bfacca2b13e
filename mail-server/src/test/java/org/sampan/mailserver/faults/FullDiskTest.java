package org.sampan.mailserver.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.sampan.mailserver.faults.ServerUnderFire.AUTHOR;
import static org.sampan.mailserver.faults.ServerUnderFire.LIST;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.mailserver.journey.SmtpDialogue;
import org.sampan.mailserver.smtp.Receiver;
import org.sampan.mailserver.storage.Database;

/** The disk that the mail queue and PostgreSQL share fills up: posts are refused with 452, and taken again when there is room. */
@Tag("faults")
class FullDiskTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long ONE_MEGABYTE = 1024 * 1024;
    private static final int READERS = 5;

    @TempDir
    private Path folder;

    @Test
    void fullDiskRefusesPostsForNowAndLosesNone() throws IOException {
        SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 400).orElse(null);
        if (disk == null) {
            abort("a small disk cannot be mounted here (that needs root); SpoolRoomTest goes on");
        }
        try (disk;
                KillablePostgres postgres = KillablePostgres.start(disk.folder().resolve("postgres"));
                Receiver receiver = Receiver.start();
                ServerUnderFire server = ServerUnderFire.start(
                        postgres.settings(),
                        disk.folder().resolve("data"),
                        receiver.port(),
                        Map.of("SAMPAN_SMTP_MAXBYTES", Long.toString(4 * ONE_MEGABYTE)))) {
            server.subscribe(READERS);
            assertThat(server.post("There is room")).startsWith("250");
            awaitMessages(receiver, READERS);

            disk.fill(20 * ONE_MEGABYTE);
            assertThat(server.post("Nearly full")).startsWith("452 4.3.1");
            disk.clear();
            assertThat(server.post("Room again")).startsWith("250");
            awaitMessages(receiver, 2 * READERS);

            assertThat(postIntoTheFullDisk(server, disk)).startsWith("452 4.3.1");
            disk.clear();
            if (!postgres.isRunning()) {
                postgres.startAgain();
            }
            await().atMost(PATIENCE).until(() -> server.post("After all").startsWith("250"));
            awaitMessages(receiver, 3 * READERS);

            postThatIsTakenJustBefore(postgres, server, disk);
            await().atMost(PATIENCE)
                    .until(() -> server.output().stream()
                            .anyMatch(it -> it.contains("No space left") || it.contains("event=tried-again-later")));
            disk.clear();
            if (!postgres.isRunning()) {
                postgres.startAgain();
            }
            awaitMessages(receiver, 4 * READERS);
            assertThat(copiesEach(receiver))
                    .allSatisfy(
                            (subject, copies) -> assertThat(copies).as(subject).isEqualTo(READERS));
            assertThat(copiesEach(receiver))
                    .containsOnlyKeys("There is room", "Room again", "After all", "Taken before it was full");
        }
    }

    /** There was room when MAIL was said, and none when the last dot came. */
    private static String postIntoTheFullDisk(ServerUnderFire server, SmallDisk disk) throws IOException {
        try (SmtpDialogue smtp = server.smtp()) {
            smtp.say("EHLO client.example");
            assertThat(smtp.say("MAIL FROM:<" + AUTHOR + ">")).startsWith("250");
            assertThat(smtp.say("RCPT TO:<" + LIST + ">")).startsWith("250");
            assertThat(smtp.say("DATA")).startsWith("354");
            disk.fill(0);
            String filling = ("x".repeat(70) + "\n").repeat(40_000);
            String message = ServerUnderFire.message("Full") + filling + ".\n";
            smtp.send(message.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            return smtp.reply();
        }
    }

    /** The ledger is locked until the disk is full, so the post is still on its way then. */
    private static void postThatIsTakenJustBefore(KillablePostgres postgres, ServerUnderFire server, SmallDisk disk)
            throws IOException {
        try (Database database = Database.open(postgres.settings())) {
            database.jdbi().useTransaction(handle -> {
                handle.execute("lock table delivery in access exclusive mode");
                assertThat(server.post("Taken before it was full")).startsWith("250");
                disk.fill(0);
            });
        }
    }

    private static void awaitMessages(Receiver receiver, int messages) {
        await().atMost(PATIENCE).until(() -> receiver.messages().size() >= messages);
    }

    private static Map<String, Integer> copiesEach(Receiver receiver) {
        Map<String, Integer> copies = new HashMap<>();
        receiver.messages()
                .forEach(it -> it.content()
                        .lines()
                        .filter(line -> line.startsWith("Subject: "))
                        .findFirst()
                        .ifPresent(line -> copies.merge(line.substring(9), 1, Integer::sum)));
        return copies;
    }
}
