package org.sampan.digest.mailserver;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A list somebody looks after. */
public record LookedAfter(ListAddress list, String listName, Role role) {
    /** OWNER: answers for the list. MODERATOR: decides who and what comes on it. */
    public enum Role {
        @JsonProperty("owner")
        OWNER,
        @JsonProperty("moderator")
        MODERATOR
    }
}
