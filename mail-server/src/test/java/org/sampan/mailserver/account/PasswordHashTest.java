package org.sampan.mailserver.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordHashTest {
    @Test
    void samePasswordHasAnotherHashEachTime() {
        assertThat(PasswordHash.of("correct horse")).isNotEqualTo(PasswordHash.of("correct horse"));
    }

    @Test
    void costIsReadFromTheHash() {
        // The reference implementation's answer for: argon2 somesalt -id -t 2 -k 256 -p 1 -l 32, "password".
        PasswordHash cheap = new PasswordHash(
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");
        assertThat(cheap.matches("password")).isTrue();
        assertThat(cheap.matches("Password")).isFalse();
    }

    @Test
    void nothingOfThePasswordOrHashIsPrinted() {
        assertThat(PasswordHash.of("correct horse")).hasToString("PasswordHash");
    }

    @Test
    void whatIsNoHashIsRefused() {
        assertThatThrownBy(() -> new PasswordHash("correct horse"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("correct horse");
    }
}
