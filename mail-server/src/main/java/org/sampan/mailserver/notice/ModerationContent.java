package org.sampan.mailserver.notice;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;

/** What moderators and authors are told of posts that do not go out at once. */
public sealed interface ModerationContent extends NoticeContent {
    /** One of each kind. */
    static List<ModerationContent> samples() {
        Held held = new Held(
                "stranger@elsewhere.example",
                "A notice for your readers",
                "Only the secretariat posts to this list.",
                new Size(2345),
                true,
                Turn.FIRST,
                SampleText.IN_A_WEEK,
                SampleText.MODERATE,
                "mekong-news-moderate+3f-2k9q0w7x1c4v5b6n@lists.example");
        return List.of(
                held,
                new Rejected("A notice for your readers", "", "Please send this to the secretariat first."),
                new Decided("A notice for your readers", Outcome.APPROVED, "kanya@mekong-network.example", true),
                new UnclearAnswer("A notice for your readers", SampleText.MODERATE, held.answer()),
                new NobodyDecided("A notice for your readers"),
                new HeldLapsed("A notice for your readers", "stranger@elsewhere.example"),
                new ConfirmAuthorship(
                        "A statement on fishing",
                        "https://lists.example/authorship/k5x2mzq7w3jd4c6hn2ya-ahx3-AbCdEfGhIjKlMnOpQrStUv",
                        Instant.parse("2026-11-25T09:00:00Z")));
    }

    /**
     * To a moderator: a post waits. Attach it unless it is large.
     *
     * @param sender the author's address; may be empty
     * @param reason why it waits
     * @param turn whether the moderator knows of it
     * @param until when it lapses
     * @param link page where it is looked at and decided about
     * @param answer address that takes a reply saying what is decided; with {@code approve-} behind the {@code +} any mail decides
     */
    record Held(
            String sender,
            String subject,
            String reason,
            Size size,
            boolean attached,
            Turn turn,
            Instant until,
            String link,
            String answer)
            implements ModerationContent {
        @Override
        public Optional<EmailAddress> replyTo() {
            return EmailAddress.parse(answer);
        }
    }

    /**
     * To a member or account whose post a moderator refused; never to a stranger, whose address may be forged.
     *
     * @param because a {@link RejectReason#word}; may be empty
     * @param reason in the moderator's words; may be empty
     */
    record Rejected(String subject, String because, String reason) implements ModerationContent {}

    /**
     * To a moderator who decided by mail.
     *
     * @param by who decided
     * @param first whether it was this moderator's own decision that counts
     */
    record Decided(String subject, Outcome outcome, String by, boolean first) implements ModerationContent {}

    /** To a moderator whose answer by mail has no word that decides. */
    record UnclearAnswer(String subject, String link, String answer) implements ModerationContent {
        @Override
        public Optional<EmailAddress> replyTo() {
            return EmailAddress.parse(answer);
        }
    }

    /** To a member or account: no moderator decided in time. Attach the post. */
    record NobodyDecided(String subject) implements ModerationContent {}

    /** To the moderators: they did not decide in time. */
    record HeldLapsed(String subject, String sender) implements ModerationContent {}

    /** What became of a post. */
    enum Outcome {
        APPROVED,
        ACCEPTED,
        REJECTED,
        DISCARDED,
        EXPIRED
    }

    /** Whether a moderator hears of a post for the first time, again, or in the place of others. */
    enum Turn {
        FIRST,
        REMINDER,
        NEXT
    }

    /** To whom a post for an official list names as its author: only the link says that it is. */
    record ConfirmAuthorship(String subject, String link, Instant until) implements ModerationContent {}

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
