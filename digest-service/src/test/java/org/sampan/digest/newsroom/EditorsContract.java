package org.sampan.digest.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sampan.digest.mailserver.EmailAddress;

interface EditorsContract {
    Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
    Editor ALICE = new Editor(new EmailAddress("alice@harbour.example"), "operator", NOW);
    Editor HTUN = new Editor(new EmailAddress("htun@riverside.example"), "alice@harbour.example", NOW);

    Editors editors();

    @Test
    default void editorsAreKeptByAddress() {
        editors().add(HTUN);
        editors().add(ALICE);
        assertThat(editors().all()).containsExactly(ALICE, HTUN);
        assertThat(editors().has(new EmailAddress("Alice@Harbour.example"))).isTrue();
        assertThat(editors().has(new EmailAddress("mallory@harbour.example"))).isFalse();
    }

    @Test
    default void editorIsAddedOnce() {
        assertThat(editors().add(ALICE)).isTrue();
        assertThat(editors().add(new Editor(ALICE.email(), "mallory@harbour.example", NOW.plusSeconds(1))))
                .isFalse();
        assertThat(editors().all()).containsExactly(ALICE);
    }

    @Test
    default void whoIsRemovedIsNoEditorAnyMore() {
        editors().add(ALICE);
        assertThat(editors().remove(ALICE.email())).isTrue();
        assertThat(editors().remove(ALICE.email())).isFalse();
        assertThat(editors().has(ALICE.email())).isFalse();
    }
}
