package org.sampan.mailserver.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.notice.JoiningContent;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.notice.NoticeContent;
import org.sampan.mailserver.notice.Notices;
import org.sampan.mailserver.notice.OccasionalNotices;
import org.sampan.mailserver.post.PostLinks;
import org.sampan.mailserver.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets moderators decide who comes on a list. Safe for many threads and nodes. */
public final class Admission {
    private static final Logger LOGGER = LoggerFactory.getLogger(Admission.class);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String OF_THE_LIST = "";

    private final WaitingJoins waiting;
    private final JoinLimits limits;
    private final Enlisting enlisting;
    private final MailingLists lists;
    private final Notices notices;
    private final OccasionalNotices occasionally;
    private final ReaderLanguages languages;
    private final PostLinks links;
    private final Settings settings;
    private final Clock clock;

    @Inject
    Admission(
            WaitingJoins waiting,
            JoinLimits limits,
            Enlisting enlisting,
            MailingLists lists,
            Notices notices,
            OccasionalNotices occasionally,
            ReaderLanguages languages,
            PostLinks links,
            Settings settings,
            Clock clock) {
        this.waiting = waiting;
        this.limits = limits;
        this.enlisting = enlisting;
        this.lists = lists;
        this.notices = notices;
        this.occasionally = occasionally;
        this.languages = languages;
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param name may be empty */
    public record Applicant(long id, EmailAddress email, String name, String language, Instant askedAt) {
        private static Applicant of(WaitingJoin join) {
            Person person = join.person();
            return new Applicant(join.id(), person.email(), person.name(), person.language(), join.askedAt());
        }
    }

    /** Longest waiting first, at most 1,000. */
    public List<Applicant> applicants(MailingList list) {
        return waiting.all(list).stream().map(Applicant::of).toList();
    }

    /**
     * Puts the applicant on the list and says welcome. Empty when nobody waits under this number any more.
     *
     * @param by whose yes it is, as to be shown
     */
    public Optional<Applicant> admit(MailingList list, long id, String by) {
        AdmissionDecision yes = new AdmissionDecision(AdmissionDecision.Kind.ADMITTED, by, "", clock.instant());
        return waiting.find(list, id).map(join -> {
            enlisting.put(list, join.person(), join.place());
            // Last, so that a crash leaves the applicant waiting; and one moderator's yes is enough.
            if (waiting.decide(list, id, yes)) {
                enlisting.welcome(list, join.person().email(), Optional.empty());
            }
            return Applicant.of(join);
        });
    }

    /**
     * Tells the applicant no.
     *
     * @param by whose no it is, as to be shown to those who look after the list
     * @param reason in the moderator's words; may be empty
     */
    public Optional<Applicant> refuse(MailingList list, long id, String by, String reason) {
        AdmissionDecision no = new AdmissionDecision(AdmissionDecision.Kind.REFUSED, by, reason, clock.instant());
        Optional<WaitingJoin> join = waiting.find(list, id).filter(it -> waiting.decide(list, id, no));
        join.ifPresent(it -> {
            LOGGER.info("event=join-refused list={}", list.id());
            notices.send(notice(list, it.person(), new JoiningContent.JoinRefused(reason)));
        });
        return join.map(Applicant::of);
    }

    /** Asks the moderators, unless a flood of others was there before, and tells the applicant so, once a day at most. */
    void ask(MailingList list, Person person, Confirmation.Place place, Optional<String> inReplyTo) {
        boolean isNew = waiting.add(list, new WaitingJoin(0, person, place, clock.instant()));
        occasionally.send(notice(list, person, new JoiningContent.JoinWaiting()).inReplyTo(inReplyTo), DAY);
        if (isNew && limits.spareModerators(list)) {
            LOGGER.warn("event=join-waits-untold list={}", list.id());
        } else if (isNew) {
            LOGGER.info("event=join-waits list={}", list.id());
            waiting.all(list).stream()
                    .filter(it -> it.person().email().equals(person.email()))
                    .forEach(it -> tellModerators(list, it));
        }
    }

    private void tellModerators(MailingList list, WaitingJoin join) {
        NoticeContent content = new JoiningContent.JoinAsked(
                join.person().email().written(),
                join.person().name(),
                links.manage(list.address()) + "/joins",
                Long.toString(join.id()));
        moderators(list).forEach(it -> notices.send(Notice.of(list, it, OF_THE_LIST, content)));
    }

    private Set<EmailAddress> moderators(MailingList list) {
        Set<EmailAddress> moderators = lists.stewards(list, Steward.MODERATOR);
        Set<EmailAddress> stewards = moderators.isEmpty() ? lists.stewards(list, Steward.OWNER) : moderators;
        return stewards.isEmpty()
                ? settings.operatorEmail()
                        .flatMap(EmailAddress::parse)
                        .map(Set::of)
                        .orElse(Set.of())
                : stewards;
    }

    private Notice notice(MailingList list, Person person, NoticeContent content) {
        return Notice.of(list, person.email(), languages.of(list, person), content);
    }
}
