package org.sampan.digest.mailserver;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A list as the mail server tells of it.
 *
 * @param description one sentence; may be empty
 * @param language BCP 47 tag
 * @param maxBytes largest post taken
 * @param members how many are on it
 * @param secondPerson {@code on} or {@code off}; null where the mail server does not say
 */
public record MailingList(
        ListAddress address,
        String name,
        String description,
        Visibility visibility,
        Joining joining,
        Posting posting,
        String subjectTag,
        String language,
        long maxBytes,
        long members,
        Instant createdAt,
        @Nullable String secondPerson) {

    /** Whether what the newsroom sends to it needs the yes of a second person. */
    public boolean asksForSecondPerson() {
        return "on".equals(secondPerson);
    }

    public boolean isPublic() {
        return visibility == Visibility.PUBLIC;
    }

    /** Whether anybody may ask to be put on it. */
    public boolean takesJoins() {
        return joining != Joining.CLOSED && joining != Joining.INVITATION;
    }

    /** Whether strangers may know of the list. */
    public enum Visibility {
        @JsonProperty("public")
        PUBLIC,
        @JsonProperty("private")
        PRIVATE
    }

    /** Whether moderators decide who comes on it. */
    public boolean isJoiningModerated() {
        return joining == Joining.MODERATE || joining == Joining.CONFIRM_MODERATE;
    }

    /** Who gets on the list by asking. */
    public enum Joining {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("confirm")
        CONFIRM,
        @JsonProperty("moderate")
        MODERATE,
        @JsonProperty("confirm-moderate")
        CONFIRM_MODERATE,
        @JsonProperty("invitation")
        INVITATION,
        @JsonProperty("closed")
        CLOSED
    }

    /** Who posts. */
    public enum Posting {
        @JsonProperty("members")
        MEMBERS,
        @JsonProperty("secretariat")
        SECRETARIAT
    }
}
