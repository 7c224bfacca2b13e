package org.sampan.mailserver.enrolment;

import java.time.Instant;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;

/** Does what a mailed token asks, once its reader says yes. Safe for many threads and nodes. */
public final class Confirming {
    private final MailingLists lists;
    private final Confirmations confirmations;
    private final Enlisting enlisting;
    private final Admission admission;
    private final Moving moving;
    private final JoinLimits limits;
    private final ReaderLanguages languages;

    @Inject
    Confirming(
            MailingLists lists,
            Confirmations confirmations,
            Enlisting enlisting,
            Admission admission,
            Moving moving,
            JoinLimits limits,
            ReaderLanguages languages) {
        this.lists = lists;
        this.confirmations = confirmations;
        this.enlisting = enlisting;
        this.admission = admission;
        this.moving = moving;
        this.limits = limits;
        this.languages = languages;
    }

    /**
     * What a token asks.
     *
     * @param kind {@code join}, {@code return}, {@code invitation}, {@code address}, {@code move-old}, {@code move-new}
     * @param other of a further address or a change of address: the one on the other side
     * @param language of the reader, never empty
     */
    public record Asked(
            String kind,
            MailingList list,
            EmailAddress email,
            Optional<EmailAddress> other,
            String language,
            Instant expiresAt) {}

    /** What has happened. */
    public enum Outcome {
        SUBSCRIBED,
        /** For a moderator. */
        WAITING,
        /** Posts may come from the address. */
        ADDED,
        MOVED,
        /** The other address has to say yes, too. */
        HALF_MOVED
    }

    /** What was asked, and what became of it. */
    public record Done(Asked asked, Outcome outcome) {}

    /** Empty when the token is unknown, used or expired. */
    public Optional<Asked> find(String token) {
        return ConfirmationToken.parse(token).flatMap(confirmations::find).flatMap(this::asked);
    }

    /**
     * Does it. A token that was used is unknown afterwards.
     *
     * @param inReplyTo Message-ID of the mail that confirms
     */
    public Optional<Done> confirm(String token, Optional<String> inReplyTo) {
        Optional<ConfirmationToken> parsed = ConfirmationToken.parse(token);
        Optional<Confirmation> found = parsed.flatMap(confirmations::find);
        return found.flatMap(this::asked).map(asked -> {
            limits.answered(asked.email());
            return new Done(asked, confirm(parsed.orElseThrow(), found.orElseThrow(), asked.list(), inReplyTo));
        });
    }

    private Outcome confirm(ConfirmationToken token, Confirmation found, MailingList list, Optional<String> inReplyTo) {
        return switch (found.kind()) {
            case JOIN ->
                list.settings().joining().isModerated()
                        ? apply(token, found, list, inReplyTo)
                        : subscribe(token, found, list, inReplyTo);
            case RETURN, INVITATION -> subscribe(token, found, list, inReplyTo);
            case ADDRESS -> {
                moving.addAddress(found);
                confirmations.remove(token);
                yield Outcome.ADDED;
            }
            case MOVE_OLD, MOVE_NEW -> moving.move(token, found) ? Outcome.MOVED : Outcome.HALF_MOVED;
        };
    }

    private Outcome subscribe(
            ConfirmationToken token, Confirmation found, MailingList list, Optional<String> inReplyTo) {
        EmailAddress email = found.person().email();
        enlisting.put(list, found.person(), found.place());
        // Last, so that a crash leaves the token good; and it is used up for one caller only.
        if (confirmations.remove(token) && found.kind() != Confirmation.Kind.RETURN) {
            enlisting.welcome(list, email, inReplyTo);
        }
        confirmations.removeAll(list.id(), email);
        return Outcome.SUBSCRIBED;
    }

    private Outcome apply(ConfirmationToken token, Confirmation found, MailingList list, Optional<String> inReplyTo) {
        if (enlisting.isSuspended(list, found.person().email())) {
            return subscribe(token, found, list, inReplyTo); // was let in before
        }
        admission.ask(list, found.person(), found.place(), inReplyTo);
        confirmations.remove(token);
        return Outcome.WAITING;
    }

    private Optional<Asked> asked(Confirmation confirmation) {
        EmailAddress email = confirmation.person().email();
        return lists.find(confirmation.list())
                .filter(list -> !confirmation.kind().isAboutAList() || !lists.isBanned(list, email))
                .map(list -> new Asked(
                        confirmation.kind().word(),
                        list,
                        email,
                        confirmation.other(),
                        languages.of(list, confirmation.person()),
                        confirmation.expiresAt()));
    }
}
