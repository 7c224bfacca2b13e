package org.sampan.mailserver.membership;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.mailinglist.EmailAddress;

/** Everything about one person, as REST shows it. */
record PersonAnswer(
        String email,
        String name,
        String organisation,
        String country,
        String language,
        String timezone,
        List<String> addresses,
        PreferencesAnswer preferences,
        List<OnList> subscriptions,
        Bounces bounces) {
    static PersonAnswer of(Person person, Chosen chosen, List<OnList> subscriptions, Bounces bounces) {
        return new PersonAnswer(
                person.email().written(),
                person.name(),
                person.organisation(),
                person.country(),
                person.language(),
                person.timezone(),
                chosen.addresses().stream().map(EmailAddress::written).toList(),
                PreferencesAnswer.of(chosen.preferences()),
                subscriptions,
                bounces);
    }

    /** What a person chose for all lists. */
    record Chosen(List<EmailAddress> addresses, Preferences preferences) {}

    /** @param token for the person's own links to leave the list and to choose */
    record OnList(
            String list,
            String listName,
            String mode,
            String state,
            boolean moderated,
            Instant joinedAt,
            String token) {
        static OnList of(Subscription subscription, String listName, String token) {
            return new OnList(
                    subscription.list().toString(),
                    listName,
                    subscription.mode().word(),
                    MemberAnswer.state(subscription),
                    subscription.moderated(),
                    subscription.joinedAt(),
                    token);
        }
    }

    record Bounces(
            double score,
            @Nullable Instant last,
            String lastReply,
            List<BounceHistory.Trouble> troubles,
            List<BounceHistory.Seen> seen) {
        static Bounces of(BounceRecord record, List<BounceHistory.Trouble> troubles, List<BounceHistory.Seen> seen) {
            return new Bounces(record.score(), record.last(), record.lastReply(), troubles, seen);
        }
    }
}
