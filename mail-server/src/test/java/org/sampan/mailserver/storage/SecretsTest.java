package org.sampan.mailserver.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class SecretsTest {
    @Test
    void keyIsMadeOnceAndKept(Database database) {
        byte[] first = new Secrets(database).named("verp");
        assertThat(first).hasSize(32);
        assertThat(new Secrets(database).named("verp")).isEqualTo(first);
        assertThat(new Secrets(database).named("leave")).isNotEqualTo(first);
    }
}
