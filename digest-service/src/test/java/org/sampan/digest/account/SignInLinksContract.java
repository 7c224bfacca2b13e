package org.sampan.digest.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sampan.digest.mailserver.EmailAddress;

interface SignInLinksContract {
    Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    Instant LATER = NOW.plus(Duration.ofMinutes(15));
    SignInLink ALICE = new SignInLink(new EmailAddress("alice@harbour.example"), "/lists/members/posts");

    SignInLinks links();

    @Test
    default void linkIsFoundAsItWasKept() {
        SignInToken token = SignInToken.random(new SecureRandom());
        links().keep(token, ALICE, NOW, LATER);
        assertThat(links().find(token, NOW)).hasValue(ALICE);
        assertThat(links().find(SignInToken.random(new SecureRandom()), NOW)).isEmpty();
    }

    @Test
    default void linkIsUsedOnce() {
        SignInToken token = SignInToken.random(new SecureRandom());
        links().keep(token, ALICE, NOW, LATER);
        assertThat(links().use(token, NOW)).hasValue(ALICE);
        assertThat(links().use(token, NOW)).isEmpty();
        assertThat(links().find(token, NOW)).isEmpty();
    }

    @Test
    default void ofManyAtOnceOneGetsIt() {
        SignInToken token = SignInToken.random(new SecureRandom());
        links().keep(token, ALICE, NOW, LATER);
        long successes = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> links().use(token, NOW)))
                .toList()
                .stream()
                .filter(future -> Objects.requireNonNull(future.join()).isPresent())
                .count();
        assertThat(successes).isEqualTo(1);
    }

    @Test
    default void expiredLinkIsNotFound() {
        SignInToken token = SignInToken.random(new SecureRandom());
        links().keep(token, ALICE, NOW, LATER);
        assertThat(links().find(token, LATER.minusSeconds(1))).isPresent();
        assertThat(links().find(token, LATER)).isEmpty();
        assertThat(links().use(token, LATER)).isEmpty();
    }
}
