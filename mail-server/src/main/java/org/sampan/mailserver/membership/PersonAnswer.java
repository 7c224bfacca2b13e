package org.sampan.mailserver.membership;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.mailinglist.ListAddress;

/** Everything about one person, as REST shows it. */
record PersonAnswer(
        String email,
        String name,
        String organisation,
        String country,
        String language,
        String timezone,
        List<OnList> subscriptions,
        Bounces bounces) {
    static PersonAnswer of(
            Person person, List<Subscription> subscriptions, Bounces bounces, Function<ListAddress, String> name) {
        return new PersonAnswer(
                person.email().written(),
                person.name(),
                person.organisation(),
                person.country(),
                person.language(),
                person.timezone(),
                subscriptions.stream()
                        .map(it -> OnList.of(it, name.apply(it.list())))
                        .toList(),
                bounces);
    }

    record OnList(String list, String listName, String mode, String state, boolean moderated, Instant joinedAt) {
        static OnList of(Subscription subscription, String listName) {
            return new OnList(
                    subscription.list().toString(),
                    listName,
                    subscription.mode().word(),
                    MemberAnswer.state(subscription),
                    subscription.moderated(),
                    subscription.joinedAt());
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
