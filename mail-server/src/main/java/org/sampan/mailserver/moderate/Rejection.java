package org.sampan.mailserver.moderate;

import java.util.Optional;
import org.sampan.mailserver.notice.RejectReason;

/**
 * What the author of a rejected post is told.
 *
 * @param because a reason with a text in every language
 * @param words of the moderator; may be empty
 */
public record Rejection(Optional<RejectReason> because, String words) {
    static final Rejection NONE = new Rejection(Optional.empty(), "");

    /** In a column of the database: {@code off-topic: Please …}. */
    String stored() {
        return because.map(it -> it.word() + ":" + (words.isEmpty() ? "" : " ")).orElse("") + words;
    }

    /** What {@link #stored} wrote. */
    static Rejection parse(String stored) {
        int colon = stored.indexOf(':');
        Optional<RejectReason> because = colon < 0 ? Optional.empty() : RejectReason.of(stored.substring(0, colon));
        return because.isPresent()
                ? new Rejection(because, stored.substring(colon + 1).strip())
                : new Rejection(because, stored);
    }
}
