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
                new Welcome(SampleText.LEAVE),
                new Goodbye(SampleText.CONFIRM, SampleText.IN_A_WEEK),
                new AlreadyOnList(SampleText.LEAVE),
                new ConfirmLeave(SampleText.LEAVE, new EmailAddress("mekong-news-confirm+AAAAAQ@lists.example")));
    }

    /** Somebody asked for this address to be put on the list. */
    record ConfirmJoin(String link, EmailAddress answer, Instant until) implements JoiningContent {
        @Override
        public Optional<EmailAddress> replyTo() {
            return Optional.of(answer);
        }
    }

    /** The reader is on the list now. */
    record Welcome(String leaveLink) implements JoiningContent {
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
