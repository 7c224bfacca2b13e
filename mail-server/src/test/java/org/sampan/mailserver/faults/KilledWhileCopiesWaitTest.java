package org.sampan.mailserver.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.mailserver.delivery.LedgerUnderTest;
import org.sampan.mailserver.journey.RunningServer;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.smtp.Receiver;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

/**
 * SIGKILL while copies wait for their readers' morning and for the end of their night: right after the mail was taken, again and
 * again before the time comes, and over the very moment it comes.
 */
@Tag("faults")
@Tag("long")
@ExtendWith(TestDatabase.class)
class KilledWhileCopiesWaitTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ZoneId HERE = ZoneId.of("Asia/Bangkok");
    /** Its morning was seven hours ago, and it is awake when the others sleep. */
    private static final String FAR = "Pacific/Kiritimati";

    private static final int READERS = 100;

    @TempDir
    private Path data;

    @Test
    void eachCopyGoesOnceAtItsTime(Settings.Database settings, Database database) throws IOException {
        Files.writeString(data.resolve("digest-service.password"), RunningServer.DIGEST_SERVICE_PASSWORD);
        FaultPlan plan = new FaultPlan("kills", 3, READERS);
        LedgerUnderTest ledger = new LedgerUnderTest(database);
        Instant morning = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(4, ChronoUnit.MINUTES);
        Instant nightEnds = morning.plus(1, ChronoUnit.MINUTES);
        try (Receiver receiver = Receiver.start()) {
            try (ServerUnderFire first = start(settings, receiver)) {
                first.subscribe(readers());
                assertThat(first.submit(message("morning", "at=" + local(morning))))
                        .startsWith("250");
                assertThat(first.submit(message(
                                "night",
                                "quiet=" + local(nightEnds.minus(3, ChronoUnit.HOURS)) + "-" + local(nightEnds))))
                        .startsWith("250");
                first.kill();
            }
            int open = 0;
            for (int kill = 0;
                    kill < Math.min(plan.times(), 5) && Instant.now().isBefore(morning.minusSeconds(60));
                    kill++) {
                try (ServerUnderFire next = start(settings, receiver)) {
                    plan.waitAMoment();
                    open += receiver.openConnections();
                    next.kill();
                }
            }
            try (ServerUnderFire overTheMorning = start(settings, receiver)) {
                await().atMost(PATIENCE).until(() -> sent(ledger, "morning") == READERS);
                overTheMorning.kill();
            }
            awaitMoment(nightEnds.plusSeconds(5));
            try (ServerUnderFire afterTheNight = start(settings, receiver)) {
                await().atMost(PATIENCE).until(() -> sent(ledger, "night") == 2 * READERS);
                afterTheNight.kill();
            }
            try (ServerUnderFire last = start(settings, receiver)) {
                await().during(Duration.ofSeconds(5)).until(() -> sent(ledger, "morning") == READERS);
            }
            assertThat(taken(receiver, "morning", "here")).hasSize(READERS).allMatch(it -> !it.isBefore(morning));
            assertThat(taken(receiver, "night", "here")).hasSize(READERS).allMatch(it -> !it.isBefore(nightEnds));
            assertThat(taken(receiver, "morning", "far")).isEmpty();
            assertThat(taken(receiver, "night", "far")).hasSizeBetween(READERS, READERS + open);
            assertThat(receiver.account().missing(readersOf("far"))).isEmpty();
        }
    }

    private ServerUnderFire start(Settings.Database settings, Receiver receiver) throws IOException {
        return ServerUnderFire.start(settings, data, receiver.port());
    }

    private static String readers() {
        return "email,timezone\n"
                + readersOf("here").stream().map(it -> it + "," + HERE + "\n").collect(Collectors.joining())
                + readersOf("far").stream().map(it -> it + "," + FAR + "\n").collect(Collectors.joining());
    }

    private static List<String> readersOf(String group) {
        return IntStream.range(0, READERS)
                .mapToObj(it -> group + it + "@house" + it / 10 + ".example")
                .toList();
    }

    private static LocalTime local(Instant moment) {
        return LocalTime.ofInstant(moment, HERE);
    }

    private static String message(String subject, String deliver) {
        return "X-Sampan-Deliver: " + deliver + "\n" + ServerUnderFire.message(subject);
    }

    private static long sent(LedgerUnderTest ledger, String subject) {
        PostId post = PostId.of(ListAddress.of(ServerUnderFire.LIST), "<" + subject + "@domain0.example>");
        Map<String, String> statuses = ledger.statuses(post);
        return statuses.values().stream().filter("sent"::equals).count();
    }

    /** When the mails with a subject came to readers of a group. */
    private static List<Instant> taken(Receiver receiver, String subject, String group) {
        return receiver.messages().stream()
                .filter(it -> it.content().contains("Subject: " + subject))
                .flatMap(it -> it.recipients().stream()
                        .filter(to -> to.startsWith(group))
                        .map(to -> it.at()))
                .toList();
    }

    private static void awaitMoment(Instant moment) {
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(moment));
    }
}
