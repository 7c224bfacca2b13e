package org.sampan.mailserver.enrolment;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.BasicSettings;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.ListSettings.Posting;
import org.sampan.mailserver.mailinglist.ListSettings.Visibility;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.membership.Consents;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.JdbcConsents;
import org.sampan.mailserver.membership.JdbcMembers;
import org.sampan.mailserver.membership.JdbcPersons;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.Persons;
import org.sampan.mailserver.membership.Subscription;
import org.sampan.mailserver.notice.ClockByHand;
import org.sampan.mailserver.notice.JdbcAutomaticAnswers;
import org.sampan.mailserver.notice.KeptNotices;
import org.sampan.mailserver.notice.OccasionalNotices;
import org.sampan.mailserver.post.PostLinks;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.storage.Database;

/** Joining and leaving on a real database, with notices that are kept and a clock that stands. */
public final class EnrolmentUnderTest {
    private static final Settings SETTINGS = Settings.from(Map.of(
            "SAMPAN_OPERATOR_EMAIL",
            "operator@lists.example",
            "SAMPAN_CONSENT_KEEPADDRESS",
            "true",
            "SAMPAN_FRONT_AUTHSERVID",
            "front.example",
            "SAMPAN_FRONT_NETWORKS",
            "192.0.2.0/24"));
    public static final EmailAddress HTUN = new EmailAddress("htun@riverside.example");

    public final KeptNotices notices = new KeptNotices();
    public final ClockByHand clock = new ClockByHand(Instant.parse("2026-11-22T01:00:00Z"));
    public final MailingLists lists;
    public final Members members;
    public final Consents consents;
    public final Persons persons;
    public final Joining joining;
    public final Confirming confirming;
    public final Admission admission;
    public final Inviting inviting;
    public final Moving moving;
    public final Leaving leaving;
    public final Standings standings;
    public final OccasionalNotices occasional;
    final Confirmations confirmations;
    final Departures departures;
    final Admissions admissions;

    public EnrolmentUnderTest(Database database) {
        database.jdbi().useHandle(handle -> handle.execute("truncate mailing_list, person cascade"));
        lists = new JdbcMailingLists(database);
        members = new JdbcMembers(database);
        confirmations = new JdbcConfirmations(database, clock);
        JdbcAutomaticAnswers answers = new JdbcAutomaticAnswers(database, clock);
        occasional = new OccasionalNotices(notices, answers);
        consents = new JdbcConsents(database);
        persons = new JdbcPersons(database);
        PostLinks links = new PostLinks(URI.create("https://news.example"));
        LeaveLinks leaveLinks = new LeaveLinks(new SigningKey(new byte[32]), links);
        ReaderLanguages languages = new ReaderLanguages(members);
        JoinAttempts attempts = new JdbcJoinAttempts(database, clock);
        JoinLimits limits = new JoinLimits(answers, attempts, SETTINGS);
        Enlisting enlisting = new Enlisting(members, consents, occasional, languages, leaveLinks, clock);
        Agreements agreements = new Agreements(consents, EnrolmentUnderTest::words, languages, SETTINGS);
        departures = new JdbcDepartures(database, clock);
        standings = new Standings(members, occasional);
        admissions = new JdbcAdmissions(database);
        admission = new Admission(
                new JdbcWaitingJoins(database),
                limits,
                enlisting,
                lists,
                notices,
                occasional,
                languages,
                links,
                SETTINGS,
                clock);
        moving = new Moving(lists, members, persons, confirmations, limits, occasional, languages, links, clock);
        inviting = new Inviting(
                lists, members, confirmations, attempts, limits, agreements, occasional, languages, links, clock);
        confirming = new Confirming(lists, confirmations, enlisting, admission, moving, limits, languages);
        joining = new Joining(
                lists,
                members,
                confirmations,
                limits,
                agreements,
                enlisting,
                admission,
                occasional,
                languages,
                leaveLinks,
                links,
                clock);
        leaving = new Leaving(
                lists,
                members,
                confirmations,
                departures,
                enlisting,
                notices,
                occasional,
                standings,
                leaveLinks,
                links,
                clock);
    }

    private static String words(MailingList list, String kind, String language) {
        return kind + ".lead = in " + language;
    }

    public MailingList list(String address, ListSettings.Joining joining) {
        return lists.add(ListSettings.of(ListAddress.of(address))
                .with(BasicSettings.NAME, "Mekong news")
                .with(BasicSettings.VISIBILITY, Visibility.PUBLIC)
                .with(BasicSettings.JOINING, joining)
                .with(BasicSettings.POSTING, Posting.SECRETARIAT));
    }

    public Joining.Reception ask(MailingList list, EmailAddress email) {
        return joining.ask(new Wish(list, Person.of(email), "web", Optional.empty()));
    }

    public Subscription subscribe(MailingList list, EmailAddress email) {
        return members.add(list, Person.of(email), DeliveryMode.EACH, "owner").subscription();
    }

    /** What stands behind the last slash. */
    public static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
