package org.sampan.digest.mailserver;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A post in somebody's name that waits until they say that it is theirs.
 *
 * @param email who is asked
 * @param language BCP 47 tag of who is asked
 * @param subject may be empty
 * @param text the beginning of what it says, plain
 * @param state how it stands
 */
public record Authorship(
        ListAddress list,
        String listName,
        EmailAddress email,
        String language,
        String subject,
        String text,
        Instant expiresAt,
        State state) {
    /** DECIDED: somebody decided about it before, whatever it was. */
    public enum State {
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("sent")
        SENT,
        @JsonProperty("decided")
        DECIDED
    }
}
