package org.sampan.mailserver.notice;

import java.util.List;
import java.util.Locale;

/** What moderators and authors are told of posts that do not go out at once. */
public sealed interface ModerationContent extends NoticeContent {
    /** One of each kind. */
    static List<ModerationContent> samples() {
        return List.of(
                new Held(
                        "stranger@elsewhere.example",
                        "A notice for your readers",
                        "Only the secretariat posts to this list.",
                        "k5x2mzq7w3jd4c6hn2ya",
                        new Size(2345)),
                new Rejected("A notice for your readers", "Please send this to the secretariat first."));
    }

    /** To moderators: a post waits for them. Attach it. */
    record Held(String sender, String subject, String reason, String id, Size size) implements ModerationContent {}

    /**
     * To a member or account whose post a moderator refused; never to a stranger, whose address may be forged.
     *
     * @param reason in the moderator's words; may be empty
     */
    record Rejected(String subject, String reason) implements ModerationContent {}

    /** @param bytes not negative; written as people read it */
    record Size(long bytes) {
        @Override
        public String toString() {
            return bytes < 1_000_000
                    ? Math.max(1, Math.round(bytes / 1000.0)) + " kB"
                    : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
        }
    }
}
