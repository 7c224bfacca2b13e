package org.sampan.digest.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sampan.digest.mailserver.EmailAddress;

interface EditorNotesContract {
    Instant NOON = Instant.parse("2026-11-22T05:00:00Z");

    /** Empty. */
    EditorNotes notes();

    private static EditorNote note(String email, String name) {
        return new EditorNote(
                new EmailAddress(email),
                name,
                Locale.forLanguageTag("km"),
                "សេចក្តីព្រាងរួចរាល់",
                "https://news.example/desk/editions/mekong-weekly/12",
                NOON);
    }

    @Test
    default void editorIsToldOfTheSameOnce() {
        EditorNotes notes = notes();

        assertThat(notes.add(note("sokha@village.example", "draft.mekong-weekly.12")))
                .isTrue();
        assertThat(notes.add(note("sokha@village.example", "draft.mekong-weekly.12")))
                .isFalse();
        assertThat(notes.add(note("mali@riverside.example", "draft.mekong-weekly.12")))
                .isTrue();
        assertThat(notes.unsent()).hasSize(2);
    }

    @Test
    default void noteIsUnsentUntilItIsTakenOrRefused() {
        EditorNotes notes = notes();
        EditorNote first = note("sokha@village.example", "draft.mekong-weekly.12");
        EditorNote second = note("sokha@village.example", "draft.mekong-weekly.13");
        notes.add(first);
        notes.add(second);

        notes.markSent(first, NOON);
        assertThat(notes.unsent()).containsExactly(second);
        notes.markRefused(second, "no such mailbox");
        assertThat(notes.unsent()).isEmpty();
        assertThat(notes.add(first)).isFalse();
    }
}
