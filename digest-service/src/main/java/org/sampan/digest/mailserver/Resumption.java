package org.sampan.digest.mailserver;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One reader and one list, as the link in a mail names them that went to an address whose mail came back.
 *
 * @param language BCP 47 tag of the reader
 */
public record Resumption(ListAddress list, String listName, EmailAddress email, String language, State state) {

    /** ACTIVE: mail is sent there. SUSPENDED: it is not. GONE: no longer on the list. */
    public enum State {
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("suspended")
        SUSPENDED,
        @JsonProperty("gone")
        GONE
    }
}
