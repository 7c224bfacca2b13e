package org.sampan.mailserver.enrolment;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.Person;

/**
 * Something that waits for its reader to say yes.
 *
 * @param list the list's number; of a change of address, the list in whose name it was asked
 * @param person whom it was mailed to
 * @param other the other address of a further address or a change of address
 */
record Confirmation(Kind kind, long list, Person person, Optional<EmailAddress> other, Place place, Instant expiresAt) {
    /** What a reader is asked. */
    enum Kind {
        /** To be put on a list. */
        JOIN,
        /** To be on a list again that was left. */
        RETURN,
        /** To come on a list whose owners ask for it. */
        INVITATION,
        /** That somebody also writes from here. */
        ADDRESS,
        /** That mail no longer comes here, but to the other address. */
        MOVE_OLD,
        /** That mail comes here, no longer to the other address. */
        MOVE_NEW;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        boolean isAboutAList() {
            return this == JOIN || this == RETURN || this == INVITATION;
        }
    }

    /**
     * The place on the list that waits.
     *
     * @param moderated whether the reader's posts wait for a moderator, as they did before
     * @param consent how the reader asked: {@code mail}, {@code web}
     * @param visitor from where, if kept
     * @param words version of the text the reader agrees to
     */
    record Place(DeliveryMode mode, boolean moderated, String consent, String visitor, String words) {
        static final Place NONE = new Place(DeliveryMode.EACH, false, "", "", "");

        static Place asked(String consent, String visitor, String words) {
            return new Place(DeliveryMode.EACH, false, consent, visitor, words);
        }
    }
}
