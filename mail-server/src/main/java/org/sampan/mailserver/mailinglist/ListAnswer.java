package org.sampan.mailserver.mailinglist;

import java.time.Instant;
import java.util.List;

/** A list as REST shows it. */
record ListAnswer(
        String address,
        String name,
        String description,
        String visibility,
        String joining,
        String posting,
        String subjectTag,
        String language,
        long maxBytes,
        long members,
        Instant createdAt) {
    static ListAnswer of(MailingList list, long members) {
        ListSettings settings = list.settings();
        return new ListAnswer(
                settings.address().toString(),
                settings.name(),
                settings.description(),
                ListWords.word(settings.visibility()),
                ListWords.word(settings.joining()),
                ListWords.word(settings.posting()),
                settings.subjectTag(),
                settings.language(),
                settings.maxBytes(),
                members,
                list.createdAt());
    }

    /** All of them. */
    record Lists(List<ListAnswer> lists) {}
}
