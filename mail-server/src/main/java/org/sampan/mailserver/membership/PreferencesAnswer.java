package org.sampan.mailserver.membership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person chose for all lists, as REST shows it and takes it; in a change, what is not named stays. */
record PreferencesAnswer(
        @Nullable Instant pausedUntil,
        @Nullable Boolean textOnly,
        @Nullable Boolean ownCopy,
        @Nullable Boolean skipWhenAddressed) {
    static PreferencesAnswer of(Preferences preferences) {
        return new PreferencesAnswer(
                preferences.pausedUntil(),
                preferences.textOnly(),
                preferences.ownCopy(),
                preferences.skipWhenAddressed());
    }

    /** A pause that is not named ends. */
    Preferences changed(Preferences before) {
        return new Preferences(
                pausedUntil,
                textOnly == null ? before.textOnly() : textOnly,
                ownCopy == null ? before.ownCopy() : ownCopy,
                skipWhenAddressed == null ? before.skipWhenAddressed() : skipWhenAddressed);
    }
}
