package org.sampan.mailserver.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.mailserver.bounce.BounceReport.Severity;
import org.sampan.mailserver.membership.BounceRecord;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.TestPosts;

class BounceReportTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
    private static final BounceReport HARD = new BounceReport(Severity.HARD, "550 5.1.1 unknown user");
    private static final BounceReport SOFT = new BounceReport(Severity.SOFT, "552 5.2.2 full");

    @ParameterizedTest
    @CsvSource({
        "unknown-user, HARD",
        "mailbox-full, SOFT",
        "policy, SOFT",
        "delayed, NONE",
        "delivered, NONE",
        "no-status-but-words, HARD",
        "exim-text, HARD",
        "qmail-text, HARD",
        "full-in-words, SOFT",
        "away, NONE",
        "broken-report, UNKNOWN",
        "base64-report, HARD"
    })
    void reportsOfManyServersAreRead(String file, Severity severity) {
        assertThat(report(file, true).severity()).isEqualTo(severity);
    }

    @Test
    void personWhoAnswersIsNoReport() {
        assertThat(report("person-answers", false).severity()).isEqualTo(Severity.UNKNOWN);
    }

    @Test
    void wordsOfTheOtherServerAreKept() {
        assertThat(report("unknown-user", true).words())
                .isEqualTo("550 5.1.1 <alice@harbour.example>: Recipient address rejected: User unknown");
        assertThat(report("exim-text", true).words()).isEqualTo("550 No such user here");
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 unknown user, HARD",
        "550 no such user, HARD",
        "550 refused, HARD",
        "554 5.7.1 spam, SOFT",
        "552 5.2.2 over quota, SOFT",
        "550 5.4.6 mail loop, SOFT",
        "550 5.1.8 bad sender domain, SOFT",
        "451 4.3.0 try again later, SOFT",
        "421 closing, SOFT"
    })
    void refusalsInTheSessionAreWeighed(String reply, Severity severity) {
        assertThat(BounceReport.ofSmtpReply(reply).severity()).isEqualTo(severity);
    }

    @Test
    void addressThatNeverWorksIsSuspendedOnTheFourthDay() {
        BounceRecord record = BounceRecord.CLEAN;
        for (int day = 0; day < 3; day++) {
            record = BounceScore.add(record, HARD, MONDAY.plus(Duration.ofDays(day)));
            assertThat(BounceScore.isSuspended(record)).isFalse();
        }
        assertThat(BounceScore.isSuspended(BounceScore.add(record, HARD, MONDAY.plus(Duration.ofDays(3)))))
                .isTrue();
    }

    @Test
    void addressThatNeverWorksIsSuspendedAfterFourWeeklyPosts() {
        BounceRecord record = BounceRecord.CLEAN;
        for (int week = 0; week < 4; week++) {
            record = BounceScore.add(record, HARD, MONDAY.plus(Duration.ofDays(7 * week)));
        }
        assertThat(BounceScore.isSuspended(record)).isTrue();
    }

    @Test
    void manyBouncesOfOneDayCountOnce() {
        BounceRecord record = BounceRecord.CLEAN;
        for (int minute = 0; minute < 50; minute++) {
            record = BounceScore.add(record, HARD, MONDAY.plus(Duration.ofMinutes(minute)));
        }
        assertThat(record.score()).isEqualTo(1.0);
    }

    @Test
    void mailboxThatIsFullOnceAWeekIsNeverSuspended() {
        BounceRecord record = BounceRecord.CLEAN;
        for (int week = 0; week < 500; week++) {
            record = BounceScore.add(record, SOFT, MONDAY.plus(Duration.ofDays(7L * week)));
        }
        assertThat(BounceScore.isSuspended(record)).isFalse();
    }

    private static BounceReport report(String file, boolean nullSender) {
        return BounceReport.of(Message.parse(TestPosts.file("/bounce/" + file + ".eml")), nullSender);
    }
}
