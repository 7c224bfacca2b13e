package org.sampan.digest.mailserver;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One reader and one list, as the leave link in a mail names them.
 *
 * @param language BCP 47 tag of the reader
 */
public record Unsubscription(ListAddress list, String listName, EmailAddress email, String language, State state) {

    /** SUBSCRIBED: still on the list. LEFT: has left it this moment. GONE: was not on it any more. */
    public enum State {
        @JsonProperty("subscribed")
        SUBSCRIBED,
        @JsonProperty("left")
        LEFT,
        @JsonProperty("gone")
        GONE
    }
}
