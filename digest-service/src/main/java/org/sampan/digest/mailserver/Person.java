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
 * @param addresses where else the person writes from
 */
public record Person(
        EmailAddress email,
        String name,
        String organisation,
        String country,
        String language,
        String timezone,
        List<EmailAddress> addresses,
        Preferences preferences,
        List<Subscription> subscriptions) {
    public Person {
        addresses = List.copyOf(addresses);
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

    /** The person's place on a list; empty when the person is not on it. */
    public Optional<Subscription> on(ListAddress list) {
        return subscriptions.stream().filter(it -> it.list().equals(list)).findFirst();
    }

    /**
     * A place on one list.
     *
     * @param token of the person's own links to leave the list and to choose how it comes
     */
    public record Subscription(
            ListAddress list,
            String listName,
            DeliveryMode mode,
            State state,
            boolean moderated,
            Instant joinedAt,
            String token) {}

    /** SUSPENDED: still a member, but nothing is sent because the address refused mail. */
    public enum State {
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("suspended")
        SUSPENDED
    }
}
