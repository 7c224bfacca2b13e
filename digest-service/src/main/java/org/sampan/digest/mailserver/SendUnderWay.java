package org.sampan.digest.mailserver;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A post on its way to its readers, as one owner sees it. */
public record SendUnderWay(
        PostId post, ListAddress list, String listName, String owner, String subject, Progress delivery) {
    /**
     * How far it is.
     *
     * @param state {@code waiting}, {@code sending}, {@code retrying}, {@code paused}, {@code cancelled} or {@code finished}
     * @param open not offered to any server yet
     * @param halt present while it is paused, and when it was cancelled
     */
    public record Progress(
            String state,
            long recipients,
            long sent,
            long deferred,
            long failed,
            long left,
            long cancelled,
            long open,
            Optional<Halt> halt,
            List<Reason> reasons) {
        public Progress {
            reasons = List.copyOf(reasons);
        }

        /** Parts of a hundred that are settled. */
        public int percent() {
            return recipients == 0 ? 100 : (int) (100 * (recipients - open) / recipients);
        }
    }

    /** @param by empty: it paused itself */
    public record Halt(String reason, String by, Instant at) {}

    /** @param reply another server's own words */
    public record Reason(String status, String code, String reply, long copies) {}

    /** What an owner can do about it. */
    public enum Change {
        PAUSE,
        RESUME,
        CANCEL;

        /** As in forms and REST. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Empty when the word is none of these. */
        public static Optional<Change> of(String word) {
            return List.of(values()).stream()
                    .filter(it -> it.word().equals(word))
                    .findFirst();
        }
    }
}
