package org.sampan.mailserver.notice;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;

/**
 * What a notice says. Each kind has a template of its name ({@code confirm-join.ftl}) that may use its components, and the texts
 * of that name in every bundle.
 */
public sealed interface NoticeContent {
    /** The template's name: {@code confirm-join} for {@link ConfirmJoin}. */
    default String kind() {
        return kind(getClass());
    }

    /** @see #kind() */
    static String kind(Class<?> content) {
        return content.getSimpleName().replaceAll("(?<=[a-zA-Z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** A content that is answered by mail as well as by link: what a reply goes to. */
    default Optional<EmailAddress> replyTo() {
        return Optional.empty();
    }

    /** A content to a member, who may leave by one click (RFC 8058): the link for that. */
    default Optional<String> leave() {
        return Optional.empty();
    }

    /** Somebody asked for this address to be put on the list. */
    record ConfirmJoin(String link, EmailAddress answer, Instant until) implements NoticeContent {
        @Override
        public Optional<EmailAddress> replyTo() {
            return Optional.of(answer);
        }
    }

    /** The reader is on the list now. */
    record Welcome(String leaveLink) implements NoticeContent {
        @Override
        public Optional<String> leave() {
            return Optional.of(leaveLink);
        }
    }

    /** The reader has left; the link takes it back. */
    record Goodbye(String undoLink, Instant until) implements NoticeContent {}

    /** Somebody asked for this address to be put on the list, where it is. */
    record AlreadyOnList(String leaveLink) implements NoticeContent {
        @Override
        public Optional<String> leave() {
            return Optional.of(leaveLink);
        }
    }

    /** Somebody asked by mail, whose From proves nothing, for this address to leave the list. */
    record ConfirmLeave(String link, EmailAddress answer) implements NoticeContent {
        @Override
        public Optional<EmailAddress> replyTo() {
            return Optional.of(answer);
        }
    }

    /** What can be asked of the list by mail. */
    record Help() implements NoticeContent {}

    /** How the reader stands to the list. */
    record WhoAmI(Standing standing) implements NoticeContent {}

    /** The list writes to the reader in this language now. */
    record LanguageChanged() implements NoticeContent {}

    /** To moderators: a post waits for them. Attach it. */
    record Held(String sender, String subject, String reason, String id, Size size) implements NoticeContent {}

    /**
     * To a member or account whose post a moderator refused; never to a stranger, whose address may be forged.
     *
     * @param reason in the moderator's words; may be empty
     */
    record Rejected(String subject, String reason) implements NoticeContent {}

    /**
     * To owners: nothing is delivered to a member any more until the address works.
     *
     * @param reply the other server's own words
     */
    record MemberSuspended(String member, String reply) implements NoticeContent {}

    /** What somebody is to a list. */
    enum Standing {
        EACH,
        DIGEST,
        NONE,
        SUSPENDED,
        STRANGER
    }

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
