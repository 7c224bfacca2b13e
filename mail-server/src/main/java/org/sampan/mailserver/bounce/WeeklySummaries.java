package org.sampan.mailserver.bounce;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import org.sampan.mailserver.bounce.BounceCase.Stage;
import org.sampan.mailserver.bounce.BounceCases.Ailing;
import org.sampan.mailserver.bounce.BounceCases.Event;
import org.sampan.mailserver.bounce.BounceCases.Noted;
import org.sampan.mailserver.mailinglist.BounceSettings;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.notice.BounceContent.BounceSummary;
import org.sampan.mailserver.notice.BounceContent.Reader;

/** Once a week owners hear whose mail comes back, and what was done about it; a week without any is not written about. */
final class WeeklySummaries {
    private static final Duration WEEK = Duration.ofDays(7);

    private final MailingLists lists;
    private final BounceCases cases;
    private final BounceLetters letters;

    @Inject
    WeeklySummaries(MailingLists lists, BounceCases cases, BounceLetters letters) {
        this.lists = lists;
        this.cases = cases;
        this.letters = letters;
    }

    void sendDue(Instant now) {
        cases.claimSummaries(now, WEEK)
                .forEach((id, since) -> lists.find(id)
                        .filter(it -> it.settings().get(BounceSettings.SUMMARY))
                        .ifPresent(it -> send(it, since)));
    }

    private void send(MailingList list, Instant since) {
        BounceSummary summary = summary(list, since);
        if (!summary.isEmpty()) {
            letters.summary(list, summary);
        }
    }

    private BounceSummary summary(MailingList list, Instant since) {
        OwnersView view = OwnersView.of(list);
        List<Noted> noted = cases.notedSince(list, since);
        List<Reader> ailing = cases.ailing(list).stream()
                .filter(it -> it.stage() != Stage.SUSPENDED)
                .map((Ailing it) -> reader(view, it.email(), it.reply()))
                .toList();
        return new BounceSummary(
                since,
                ailing,
                readers(view, noted, Event.SUSPENDED),
                readers(view, noted, Event.RESUMED),
                readers(view, noted, Event.REMOVED),
                readers(view, noted, Event.COMPLAINED));
    }

    private static List<Reader> readers(OwnersView view, List<Noted> noted, Event event) {
        return noted.stream()
                .filter(it -> it.event() == event)
                .map(it -> reader(view, it.email(), it.reply()))
                .distinct()
                .toList();
    }

    private static Reader reader(OwnersView view, String email, String reply) {
        return new Reader(view.address(new EmailAddress(email)), view.words(reply));
    }
}
