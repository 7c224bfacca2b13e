package org.sampan.digest.mailserver;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody the mail server knows. Texts that are not known are empty.
 *
 * @param language BCP 47 tag
 * @param timezone IANA name
 */
public record Person(
        EmailAddress email,
        String name,
        String organisation,
        String country,
        String language,
        String timezone,
        List<Subscription> subscriptions) {
    public Person {
        subscriptions = List.copyOf(subscriptions);
    }

    public boolean isOn(ListAddress list) {
        return subscriptions.stream()
                .anyMatch(subscription -> subscription.list().equals(list));
    }

    /** The person's language, unless it is not known. */
    public Optional<String> knownLanguage() {
        return Optional.of(language).filter(tag -> !tag.isBlank());
    }

    /** A place on one list. */
    public record Subscription(
            ListAddress list, String listName, DeliveryMode mode, State state, boolean moderated, Instant joinedAt) {}

    /** SUSPENDED: still a member, but nothing is sent because the address refused mail. */
    public enum State {
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("suspended")
        SUSPENDED
    }
}
