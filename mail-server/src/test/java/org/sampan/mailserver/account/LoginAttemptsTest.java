package org.sampan.mailserver.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.mailinglist.EmailAddress;

class LoginAttemptsTest {
    private static final EmailAddress ALICE = new EmailAddress("alice@farm.example");
    private static final EmailAddress BOB = new EmailAddress("bob@mill.example");

    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final LoginAttempts attempts = new LoginAttempts(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void nameIsBlockedAfterTenWrongPasswordsFromAnywhere() {
        for (int i = 0; i < LoginAttempts.PER_NAME; i++) {
            assertThat(attempts.mayTry(place(i), ALICE)).isTrue();
            attempts.failed(place(i), ALICE);
        }
        assertThat(attempts.mayTry(place(99), ALICE)).isFalse();
        assertThat(attempts.mayTry(place(99), BOB)).isTrue();
    }

    @Test
    void placeIsBlockedAfterThirtyWrongPasswordsForAnyName() {
        for (int i = 0; i < LoginAttempts.PER_PLACE; i++) {
            attempts.failed(place(1), new EmailAddress("guess" + i + "@farm.example"));
        }
        assertThat(attempts.mayTry(place(1), BOB)).isFalse();
        assertThat(attempts.mayTry(place(2), BOB)).isTrue();
    }

    @Test
    void blockEndsAfterAQuarterOfAnHour() {
        for (int i = 0; i < LoginAttempts.PER_NAME; i++) {
            attempts.failed(place(1), ALICE);
        }
        now = now.plus(Duration.ofMinutes(16));
        assertThat(attempts.mayTry(place(1), ALICE)).isTrue();
    }

    @Test
    void rightPasswordForgivesTheWrongOnesBefore() {
        for (int i = 0; i < LoginAttempts.PER_NAME - 1; i++) {
            attempts.failed(place(1), ALICE);
        }
        attempts.succeeded(ALICE);
        attempts.failed(place(1), ALICE);
        assertThat(attempts.mayTry(place(1), ALICE)).isTrue();
    }

    private static InetAddress place(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
