package org.sampan.mailserver.enrolment;

import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Consents;
import org.sampan.mailserver.notice.Phrases;
import org.sampan.mailserver.settings.Settings;

/** What somebody agrees to, as it is kept for later: the very words, and from where if the operator keeps that. */
final class Agreements {
    private final Consents consents;
    private final Phrases phrases;
    private final ReaderLanguages languages;
    private final Settings settings;

    @Inject
    Agreements(Consents consents, Phrases phrases, ReaderLanguages languages, Settings settings) {
        this.consents = consents;
        this.phrases = phrases;
        this.languages = languages;
        this.settings = settings;
    }

    Confirmation.Place toJoin(Wish wish) {
        String kind = wish.list().settings().joining() == ListSettings.Joining.OPEN ? "welcome" : "confirm-join";
        // The server a mail came from is not where the reader was.
        String visitor = settings.consentKeepsAddress() && !wish.consent().equals(Wish.BY_MAIL)
                ? wish.visitor().map(Visitor::text).orElse("")
                : "";
        return Confirmation.Place.asked(
                wish.consent(), visitor, words(wish.list(), kind, languages.of(wish.list(), wish.person())));
    }

    Confirmation.Place toCome(MailingList list, String language) {
        return Confirmation.Place.asked("invitation", "", words(list, "invitation", language));
    }

    private String words(MailingList list, String kind, String language) {
        return consents.version(kind + "/" + language, phrases.of(list, kind, language));
    }
}
