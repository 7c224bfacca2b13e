package org.sampan.digest.owner;

import java.time.Instant;
import java.util.Locale;
import org.sampan.digest.mailserver.ListAddress;

/**
 * A file of people that waits for its owner's yes.
 *
 * @param token names it in the page's address; opens nothing by itself
 * @param session whose it is, see {@link SessionMark}
 * @param words what invited people are told; may be empty
 */
public record RosterUpload(
        String token,
        SessionMark session,
        ListAddress list,
        Purpose purpose,
        String fileName,
        String words,
        Instant expiresAt) {
    /** What the file is for. */
    public enum Purpose {
        /** Its people are put on the list. */
        ADD,
        /** Its people are asked to come on the list. */
        INVITE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Purpose of(String word) {
            return word.equals(INVITE.word()) ? INVITE : ADD;
        }
    }
}
