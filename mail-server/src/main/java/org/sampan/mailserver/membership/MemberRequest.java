package org.sampan.mailserver.membership;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.mailinglist.EmailAddress;

/** A member as REST takes one; what is not named stays, or has its default. */
record MemberRequest(
        @Nullable String email,
        @Nullable String name,
        @Nullable String organisation,
        @Nullable String country,
        @Nullable String language,
        @Nullable String timezone,
        @Nullable String mode,
        @Nullable String state,
        @Nullable Boolean moderated) {
    /** @throws IllegalArgumentException naming the first field that is not sound */
    Person newPerson() {
        EmailAddress address = Optional.ofNullable(email)
                .flatMap(EmailAddress::parse)
                .orElseThrow(() -> new IllegalArgumentException("email: must be an e-mail address"));
        return changed(Person.of(address));
    }

    /** @throws IllegalArgumentException naming the first field that is not sound */
    Person changed(Person person) {
        if (email != null && !email.equalsIgnoreCase(person.email().written())) {
            throw new IllegalArgumentException("email: cannot be changed; add the new address and remove this one");
        }
        return new Person(
                person.email(),
                or(name, person.name()),
                or(organisation, person.organisation()),
                or(country, person.country()),
                Person.languageOf(or(language, person.language())),
                MemberWords.timezone(or(timezone, person.timezone())));
    }

    DeliveryMode modeOr(DeliveryMode otherwise) {
        return mode == null ? otherwise : MemberWords.mode(mode);
    }

    boolean moderatedOr(boolean otherwise) {
        return moderated == null ? otherwise : moderated;
    }

    Subscription.State stateOr(Subscription.State otherwise) {
        if (state == null) {
            return otherwise;
        }
        return switch (state) {
            case "active" -> Subscription.State.ACTIVE;
            case "suspended" -> Subscription.State.SUSPENDED;
            default -> throw new IllegalArgumentException("state: '" + state + "' is none of active, suspended");
        };
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text.strip();
    }
}
