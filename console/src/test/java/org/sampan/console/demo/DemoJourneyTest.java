package org.sampan.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.console.catcher.CaughtMail;
import org.sampan.console.catcher.CaughtMails;
import org.sampan.console.supervise.RunFolder;

/**
 * The newcomer's first command with everything real: both programs as they were just built, the database, SMTP, the feeds, the catcher. Runs in
 * {@code ./mvnw verify}, where the programs are built before; alone it needs them built.
 */
class DemoJourneyTest {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** 24 members, six of whom want the digest only. */
    private static final int MEMBERS_WITH_EACH = 18;

    private static final int READERS = 60;
    private static final int MEMBERS_WHO_READ_THE_NEWS = 18;
    private static final int POSTS_IN_THREAD = 5;

    @Test
    @EnabledIf("programsAreBuilt")
    void everyoneGetsEveryMailOnceAlsoWhenTheDemonstrationIsTakenUpAgain(@TempDir Path data) throws Exception {
        List<String> said = demonstrate(data);
        assertThat(said).as(String.join("\n", said)).anyMatch(line -> line.contains("Look at it"));
        assertThat(said).anyMatch(line -> line.contains("refused in the session: 550 5.7.1"));
        assertThat(said).anyMatch(line -> line.contains("15 new stories, 3 merged"));
        List<CaughtMail> mails = caught(data);
        // The thread and the statement to the members; the approved post, the edition and, to those who have not got it
        // as members, the statement to the readers; and to the secretariat the question whether to let that post
        // through.
        assertThat(mails)
                .hasSize((POSTS_IN_THREAD + 1) * MEMBERS_WITH_EACH + 3 * READERS - MEMBERS_WHO_READ_THE_NEWS + 1);
        assertThat(mails)
                .filteredOn(mail -> mail.recipients().equals(List.of("kanya@bridge-clinic.example")))
                .hasSize(POSTS_IN_THREAD + 3);
        assertThat(mails).noneMatch(mail -> mail.recipients().contains("friend@passer-by.example"));
        assertNothingRuns(data);

        demonstrate(data);
        assertThat(caught(data)).hasSameSizeAs(mails);
        assertNothingRuns(data);
    }

    /** Runs until it has said everything, then ends it; what it said. */
    private static List<String> demonstrate(Path data) throws Exception {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("SAMPAN_"));
        environment.put("SAMPAN_HOME", CHECKOUT.toString());
        environment.put("SAMPAN_DATA", data.toString());
        List<String> said = new CopyOnWriteArrayList<>();
        Demonstration demonstration = new Demonstration(environment, said::add);
        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> {
            try {
                demonstration.run(false);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!end.isDone() && said.stream().noneMatch(line -> line.startsWith("Ctrl-C"))) {
            assertThat(System.nanoTime()).as(String.join("\n", said)).isLessThan(until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        demonstration.stop();
        end.get(2, TimeUnit.MINUTES);
        return said;
    }

    private static List<CaughtMail> caught(Path data) {
        return new CaughtMails(data.resolve("demo/caught"), 10_000).search("", "");
    }

    private static void assertNothingRuns(Path data) {
        assertThat(new RunFolder(data.resolve("demo")).entries()).isEmpty();
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    static boolean programsAreBuilt() throws IOException {
        for (String program : List.of("mail-server", "digest-service")) {
            if (!Files.exists(CHECKOUT.resolve(program + "/target/" + program + ".jar"))) {
                return false;
            }
        }
        return true;
    }
}
