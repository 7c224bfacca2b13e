package org.sampan.digest.mailserver;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A held post as one moderator sees it.
 *
 * @param language what the moderator reads
 * @param from the author's address; may be empty
 * @param until when it lapses
 * @param reasons what authors of rejected posts may be told, in the moderator's language
 * @param decided empty while it waits
 */
public record Moderation(
        String id,
        ListAddress list,
        String listName,
        String moderator,
        String language,
        String from,
        String subject,
        String reason,
        Instant heldAt,
        Instant until,
        long bytes,
        List<Reason> reasons,
        Optional<Decided> decided) {
    public Moderation {
        reasons = List.copyOf(reasons);
    }

    /** @param because its name */
    public record Reason(String because, String text) {}

    /** @param decision {@code approved}, {@code accepted}, {@code rejected}, {@code discarded} or {@code expired} */
    public record Decided(String decision, String by, Instant at) {}

    /** What a moderator can choose. */
    public enum Choice {
        APPROVE,
        ACCEPT,
        REJECT,
        DISCARD;

        /** As in links, forms and REST. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Empty when the word is none of these. */
        public static Optional<Choice> of(String word) {
            return List.of(values()).stream()
                    .filter(it -> it.word().equals(word))
                    .findFirst();
        }
    }

    /**
     * What a moderator decides.
     *
     * @param because one of the reasons; empty: none of them
     * @param words for the author; may be empty
     */
    public record Verdict(Choice choice, String because, String words) {}
}
