package org.sampan.mailserver.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;

/** What people are asked who change their address, or write from several. */
public sealed interface AddressContent extends NoticeContent {
    /** One of each kind. */
    static List<AddressContent> samples() {
        EmailAddress answer = new EmailAddress("mekong-news-confirm+mfrggzdfmztwq2lknnwg23tpoa@lists.example");
        return List.of(
                new ConfirmAddress(SampleText.CONFIRM, answer, "htun@riverside.example", SampleText.IN_A_WEEK),
                new ConfirmMoveOld(SampleText.CONFIRM, answer, "htun@home.example", SampleText.IN_A_WEEK),
                new ConfirmMoveNew(SampleText.CONFIRM, answer, "htun@riverside.example", SampleText.IN_A_WEEK));
    }

    /** Somebody says to write to the lists from this address too. */
    record ConfirmAddress(String link, EmailAddress answer, String other, Instant until) implements AddressContent {
        @Override
        public Optional<EmailAddress> replyTo() {
            return Optional.of(answer);
        }
    }

    /** To the old address: shall mail come to the other from now on? */
    record ConfirmMoveOld(String link, EmailAddress answer, String other, Instant until) implements AddressContent {
        @Override
        public Optional<EmailAddress> replyTo() {
            return Optional.of(answer);
        }
    }

    /** To the new address: shall mail come here that came to the other? */
    record ConfirmMoveNew(String link, EmailAddress answer, String other, Instant until) implements AddressContent {
        @Override
        public Optional<EmailAddress> replyTo() {
            return Optional.of(answer);
        }
    }
}
