package org.sampan.mailserver.bounce;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.sampan.mailserver.bounce.BounceCases.Event;
import org.sampan.mailserver.delivery.Deliveries;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.RoleAddress;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.mailinglist.VerpAddress;
import org.sampan.mailserver.membership.LeaveToken;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.report.Report.Complaint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A reader who called our mail spam is taken off the list, without a word: one more mail would be one more complaint. Believed
 * only when the mail complained about carries something we signed for that reader.
 */
final class Complaints {
    private static final Logger LOGGER = LoggerFactory.getLogger(Complaints.class);
    private static final Pattern LEAVE = Pattern.compile("/leave/([A-Za-z0-9_-]{" + LeaveToken.LENGTH + "})");

    private final MailingLists lists;
    private final Members members;
    private final Deliveries deliveries;
    private final BounceCases cases;
    private final SigningKey key;
    private final Clock clock;

    @Inject
    Complaints(
            MailingLists lists,
            Members members,
            Deliveries deliveries,
            BounceCases cases,
            SigningKey key,
            Clock clock) {
        this.lists = lists;
        this.members = members;
        this.deliveries = deliveries;
        this.cases = cases;
        this.key = key;
        this.clock = clock;
    }

    /**
     * @param sentTo the address the complaint came to
     * @return false when nothing in it tells who complains: a person should look
     */
    boolean heard(Complaint complaint, Optional<EmailAddress> sentTo) {
        Optional<LeaveToken> reader = byLink(complaint)
                .or(() -> Stream.of(complaint.envelopeSender(), returnPath(complaint), sentTo)
                        .flatMap(Optional::stream)
                        .flatMap(it -> byEnvelope(it).stream())
                        .findFirst());
        reader.ifPresent(this::takeOff);
        return reader.isPresent();
    }

    private void takeOff(LeaveToken reader) {
        members.find(reader)
                .ifPresent(subscription -> lists.find(reader.list()).ifPresent(list -> {
                    cases.note(reader.list(), reader.person(), Event.COMPLAINED, "", clock.instant());
                    members.remove(list, subscription.person().email());
                    LOGGER.warn("event=complained list={} person={}", list.address(), reader.person());
                }));
    }

    private Optional<LeaveToken> byLink(Complaint complaint) {
        Matcher link = LEAVE.matcher(complaint.original().value("List-Unsubscribe"));
        return link.find() ? LeaveToken.parse(link.group(1), key) : Optional.empty();
    }

    private Optional<LeaveToken> byEnvelope(EmailAddress sender) {
        return RoleAddress.parse(sender)
                .flatMap(it -> VerpAddress.parse(it.detail(), key))
                .filter(it -> it.person() != 0)
                .flatMap(copy -> deliveries
                        .find(copy)
                        .flatMap(Deliveries.DeliveredCopy::listId)
                        .map(list -> new LeaveToken(list, copy.person())));
    }

    private static Optional<EmailAddress> returnPath(Complaint complaint) {
        return EmailAddress.parse(complaint.original().value("Return-Path").replaceAll("[<>]", ""));
    }
}
