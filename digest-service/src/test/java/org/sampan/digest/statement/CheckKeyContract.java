package org.sampan.digest.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

interface CheckKeyContract {
    /** That nobody has asked yet. */
    CheckKey fresh();

    @Test
    default void keyIsLongAndStaysAsItIs() {
        CheckKey key = fresh();
        byte[] first = key.bytes();

        assertThat(first).hasSizeGreaterThanOrEqualTo(32);
        assertThat(key.bytes()).isEqualTo(first);
    }

    @Test
    default void noTwoInstallationsHaveTheSame() {
        byte[] first = fresh().bytes();

        assertThat(fresh().bytes()).isNotEqualTo(first);
    }
}
