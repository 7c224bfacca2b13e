package org.sampan.mailserver.notice;

import java.util.List;

/** What members and owners are told of mail that comes back. */
public sealed interface BounceContent extends NoticeContent {
    /** One of each kind. */
    static List<BounceContent> samples() {
        return List.of(
                new MemberSuspended("o'brien@harbour.example", "550 5.1.1 <o'brien@harbour.example>: no such user"));
    }

    /**
     * To owners: nothing is delivered to a member any more until the address works.
     *
     * @param reply the other server's own words
     */
    record MemberSuspended(String member, String reply) implements BounceContent {}
}
