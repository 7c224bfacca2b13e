package org.sampan.mailserver.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;

/** What people are told who come on a list or leave it. */
public sealed interface JoiningContent extends NoticeContent {
    /** One of each kind. */
    static List<JoiningContent> samples() {
        EmailAddress answer = new EmailAddress("mekong-news-confirm+mfrggzdfmztwq2lknnwg23tpoa@lists.example");
        return List.of(
                new ConfirmJoin(SampleText.CONFIRM, answer, SampleText.IN_A_WEEK),
                new Welcome(SampleText.LEAVE, SampleText.PREFERENCES),
                new Goodbye(SampleText.CONFIRM, SampleText.IN_A_WEEK),
                new AlreadyOnList(SampleText.LEAVE),
                new ConfirmLeave(SampleText.LEAVE, new EmailAddress("mekong-news-confirm+AAAAAQ@lists.example")),
                new ConfirmByWord(answer),
                new JoinWaiting(),
                new JoinAsked("kanya@market.example", "Kanya", SampleText.MANAGE, "17"),
                new JoinRefused("This list is for the staff of member organisations."),
                new Invitation(
                        SampleText.CONFIRM, answer, "We would be glad to have you with us.", SampleText.IN_A_WEEK));
    }

    /** Somebody asked for this address to be put on the list. */
    record ConfirmJoin(String link, EmailAddress answer, Instant until) implements JoiningContent {
        @Override
        public Optional<EmailAddress> replyTo() {
            return Optional.of(answer);
        }
    }

    /** A reply came that might be no person's: the reader is to write one word. */
    record ConfirmByWord(EmailAddress answer) implements JoiningContent {
        @Override
        public Optional<EmailAddress> replyTo() {
            return Optional.of(answer);
        }
    }

    /** A moderator is asked to let the reader in. */
    record JoinWaiting() implements JoiningContent {}

    /**
     * To moderators: somebody wants to be let in.
     *
     * @param name may be empty
     * @param id by which REST and the command line know the wish
     */
    record JoinAsked(String who, String name, String link, String id) implements JoiningContent {}

    /** @param reason in the moderator's words; may be empty */
    record JoinRefused(String reason) implements JoiningContent {}

    /**
     * The owners ask the reader to join.
     *
     * @param words of theirs; may be empty
     */
    record Invitation(String link, EmailAddress answer, String words, Instant until) implements JoiningContent {
        @Override
        public Optional<EmailAddress> replyTo() {
            return Optional.of(answer);
        }
    }

    /** The reader is on the list now. */
    record Welcome(String leaveLink, String preferencesLink) implements JoiningContent {
        @Override
        public Optional<String> leave() {
            return Optional.of(leaveLink);
        }
    }

    /** The reader has left; the link takes it back. */
    record Goodbye(String undoLink, Instant until) implements JoiningContent {}

    /** Somebody asked for this address to be put on the list, where it is. */
    record AlreadyOnList(String leaveLink) implements JoiningContent {
        @Override
        public Optional<String> leave() {
            return Optional.of(leaveLink);
        }
    }

    /** Somebody asked by mail, whose From proves nothing, for this address to leave the list. */
    record ConfirmLeave(String link, EmailAddress answer) implements JoiningContent {
        @Override
        public Optional<EmailAddress> replyTo() {
            return Optional.of(answer);
        }
    }
}
