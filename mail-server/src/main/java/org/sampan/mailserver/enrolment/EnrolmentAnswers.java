package org.sampan.mailserver.enrolment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.mailinglist.MailingList;

/** Joining and leaving as REST shows and takes it. */
final class EnrolmentAnswers {
    private EnrolmentAnswers() {}

    record JoinRequest(
            @Nullable String email,
            @Nullable String name,
            @Nullable String language) {}

    record Join(String list, String email) {}

    /** @param state only once it is confirmed */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Confirmed(
            String kind,
            String list,
            String listName,
            String email,
            String language,
            Instant expiresAt,
            @Nullable String state) {
        static Confirmed of(Joining.Request request, @Nullable String state) {
            MailingList list = request.list();
            return new Confirmed(
                    "join",
                    list.address().toString(),
                    list.settings().name(),
                    request.email().written(),
                    request.language(),
                    request.expiresAt(),
                    state);
        }
    }

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
