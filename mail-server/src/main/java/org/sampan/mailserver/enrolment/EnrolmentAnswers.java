package org.sampan.mailserver.enrolment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;

/** Joining and leaving as REST shows and takes it. */
final class EnrolmentAnswers {
    private EnrolmentAnswers() {}

    /** @param visitor the address of the browser */
    record JoinRequest(
            @Nullable String email,
            @Nullable String name,
            @Nullable String language,
            @Nullable String visitor) {}

    record Join(String list, String email) {}

    /**
     * @param other empty unless it is about two addresses
     * @param state only once it is confirmed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Confirmed(
            String kind,
            String list,
            String listName,
            String email,
            String other,
            String language,
            Instant expiresAt,
            @Nullable String state) {
        static Confirmed of(Confirming.Asked asked, @Nullable String state) {
            MailingList list = asked.list();
            return new Confirmed(
                    asked.kind(),
                    list.address().toString(),
                    list.settings().name(),
                    asked.email().written(),
                    asked.other().map(EmailAddress::written).orElse(""),
                    asked.language(),
                    asked.expiresAt(),
                    state);
        }

        static Confirmed of(Confirming.Done done) {
            return of(
                    done.asked(), done.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /** @param reason why somebody leaves; may be missing */
    record Leave(@Nullable String reason) {}

    record Unsubscription(String list, String listName, String email, String language, String state) {
        static Unsubscription of(Leaving.Departure departure) {
            MailingList list = departure.list();
            return new Unsubscription(
                    list.address().toString(),
                    list.settings().name(),
                    departure.email(),
                    departure.language(),
                    departure.state().name().toLowerCase(Locale.ROOT));
        }
    }
}
