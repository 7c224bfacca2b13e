package org.sampan.mailserver.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sampan.mailserver.mailinglist.EmailAddress;

/** What members and owners are told of mail that comes back. */
public sealed interface BounceContent extends NoticeContent {
    /** One of each kind. */
    static List<BounceContent> samples() {
        String member = "o'brien@harbour.example";
        String reply = "550 5.1.1 <o'brien@harbour.example>: no such user";
        Optional<EmailAddress> answer = Optional.of(
                new EmailAddress("mekong-news-bounces+AAAAAQAAAAAAAABN0f3q0f3q0f3q0f3q0f3q0f@lists.example"));
        return List.of(
                new BounceWarning("552 5.2.2 Mailbox full", SampleText.RESUME, answer),
                new Probe(SampleText.RESUME, answer),
                new Suspended(reply, SampleText.RESUME, answer, Optional.of(SampleText.IN_A_WEEK)),
                new Resumed(),
                new Removed(reply, true),
                new MemberSuspended(member, reply),
                new MemberRemoved(member, reply),
                new BounceSummary(
                        SampleText.NOW,
                        List.of(new Reader("dara@delta.example", "552 5.2.2 Mailbox full")),
                        List.of(new Reader(member, reply)),
                        List.of(new Reader("linh@coast.example", "")),
                        List.of(new Reader("nok@college.example", "550 5.1.10 not found")),
                        List.of()));
    }

    /**
     * Mail to the reader comes back; the link says that all is well.
     *
     * @param answer where an answer says the same
     */
    record BounceWarning(String reply, String link, Optional<EmailAddress> answer) implements BounceContent {
        @Override
        public Optional<EmailAddress> replyTo() {
            return answer;
        }
    }

    /**
     * Before delivery is suspended: whether this comes back decides.
     *
     * @param answer where an answer says that it did not
     */
    record Probe(String link, Optional<EmailAddress> answer) implements BounceContent {
        @Override
        public Optional<EmailAddress> replyTo() {
            return answer;
        }
    }

    /**
     * Nothing is delivered any more; the link takes it up again.
     *
     * @param answer where an answer does so, too
     * @param until when the reader is taken off the list; empty: never
     */
    record Suspended(String reply, String link, Optional<EmailAddress> answer, Optional<Instant> until)
            implements BounceContent {
        @Override
        public Optional<EmailAddress> replyTo() {
            return answer;
        }
    }

    /** The reader answered: everything is delivered again. */
    record Resumed() implements BounceContent {}

    /** @param open whether the reader can come back without an owner */
    record Removed(String reply, boolean open) implements BounceContent {}

    /**
     * To owners: nothing is delivered to a member any more until the address works.
     *
     * @param member of a private list only so much of the address that an owner knows who is meant
     * @param reply the other server's own words; empty for a private list
     */
    record MemberSuspended(String member, String reply) implements BounceContent {}

    /** To owners: a member was suspended for long, and is no longer on the list. */
    record MemberRemoved(String member, String reply) implements BounceContent {}

    /**
     * To owners, once a week.
     *
     * @param ailing mail comes back, but is still sent
     */
    record BounceSummary(
            Instant since,
            List<Reader> ailing,
            List<Reader> suspended,
            List<Reader> resumed,
            List<Reader> removed,
            List<Reader> complained)
            implements BounceContent {
        /** Whether there is nothing to tell. */
        public boolean isEmpty() {
            return Stream.of(ailing, suspended, resumed, removed, complained).allMatch(List::isEmpty);
        }
    }

    /** One line of a summary. */
    record Reader(String member, String reply) {}
}
