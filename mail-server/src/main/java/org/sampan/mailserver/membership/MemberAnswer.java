package org.sampan.mailserver.membership;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A member as REST shows one. */
record MemberAnswer(
        String email,
        String name,
        String organisation,
        String country,
        String language,
        String timezone,
        String mode,
        String state,
        boolean moderated,
        Instant joinedAt) {
    static MemberAnswer of(Subscription subscription) {
        Person person = subscription.person();
        return new MemberAnswer(
                person.email().written(),
                person.name(),
                person.organisation(),
                person.country(),
                person.language(),
                person.timezone(),
                subscription.mode().word(),
                state(subscription),
                subscription.moderated(),
                subscription.joinedAt());
    }

    static String state(Subscription subscription) {
        return subscription.state().name().toLowerCase(Locale.ROOT);
    }

    /** @param next null on the last page */
    record Page(List<MemberAnswer> members, @Nullable String next) {
        /** @param found one more than the limit when there is another page */
        static Page of(List<Subscription> found, int limit) {
            List<MemberAnswer> members =
                    found.stream().limit(limit).map(MemberAnswer::of).toList();
            return new Page(
                    members,
                    found.size() > limit ? members.get(members.size() - 1).email() : null);
        }
    }
}
