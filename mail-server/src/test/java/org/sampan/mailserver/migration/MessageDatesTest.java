package org.sampan.mailserver.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.mailserver.migration.MessageDates.Dated;
import org.sampan.mailserver.post.Message;

class MessageDatesTest {
    private static final String FROM = "From bob@farm.example Mon Nov  2 10:00:00 2015";
    private static final String NO_DATE = "From bob@farm.example";
    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");

    private final MessageDates dates = new MessageDates(Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 2 Nov 2015 10:00:00 +0700|2015-11-02T03:00:00Z",
                "2 Nov 15 10:00 GMT|2015-11-02T10:00:00Z",
                "Mon, 2 Nov 2015 10:00:00 +0700 (ICT)|2015-11-02T03:00:00Z",
                "Mon,2 Nov 2015 10:00:00 EST|2015-11-02T15:00:00Z",
            })
    void dateIsBelieved(String date, Instant at) {
        assertThat(of(FROM, "Date: " + date)).isEqualTo(new Dated(at, ""));
    }

    @Test
    void firstServerKnowsBetterThanAComputerOf1970() {
        Dated dated = of(
                FROM,
                "Received: from a by b; Tue, 3 Nov 2015 11:00:00 +0000",
                "Received: from c by a with nonsense",
                "Received: from d by c; Tue, 3 Nov 2015 10:59:00 +0000",
                "Date: Thu, 1 Jan 1970 00:00:00 +0000");
        assertThat(dated.at()).isEqualTo("2015-11-03T10:59:00Z");
        assertThat(dated.correction()).contains("Date: cannot be believed", "first server had it at 2015-11-03");
    }

    @Test
    void dateFarFromTheFirstServersIsCorrectedAndOneOfALongWayIsNot() {
        String received = "Received: from a by b; Tue, 3 Nov 2015 10:00:00 +0000";
        assertThat(of(FROM, received, "Date: Wed, 3 Nov 2032 10:00:00 +0000").at())
                .isEqualTo("2015-11-03T10:00:00Z");
        assertThat(of(FROM, received, "Date: Tue, 3 Nov 2009 10:00:00 +0000").correction())
                .startsWith("Date: says 2009-11-03");
        assertThat(of(FROM, received, "Date: Sun, 1 Nov 2015 10:00:00 +0000").correction())
                .isEmpty();
    }

    /** An old archive may have been written anew, later. */
    @Test
    void mboxKnowsWhenItWasThereAtTheLatest() {
        assertThat(of(FROM, "Date: Tue, 3 Nov 2009 10:00:00 +0000").correction())
                .isEmpty();
        assertThat(of(FROM, "Date: Tue, 3 Nov 2020 10:00:00 +0000").at()).isEqualTo("2015-11-02T10:00:00Z");
        assertThat(of(FROM, "Subject: none").correction()).startsWith("Date: is missing, the mbox had it at");
    }

    @Test
    void messageOfWhichNothingIsKnownIsBesideTheOneBefore() {
        of(FROM, "Date: Mon, 2 Nov 2015 10:00:00 +0700");
        Dated dated = of(NO_DATE, "Date: yesterday, I think");
        assertThat(dated.at()).isEqualTo("2015-11-02T03:00:00Z");
        assertThat(dated.correction()).contains("cannot be believed", "behind one of 2015-11-02");
    }

    private Dated of(String fromLine, String... fields) {
        byte[] message = (String.join("\r\n", fields) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        return dates.of(Message.parse(message).headers(), fromLine);
    }
}
