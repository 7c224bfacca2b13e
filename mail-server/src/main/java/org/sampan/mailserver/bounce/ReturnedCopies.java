package org.sampan.mailserver.bounce;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.delivery.Deliveries;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.VerpAddress;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.report.Failure;
import org.sampan.mailserver.report.Report.FailedRecipient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out whose copy came back. Safe for many threads. */
final class ReturnedCopies {
    private static final Logger LOGGER = LoggerFactory.getLogger(ReturnedCopies.class);

    private final Deliveries deliveries;
    private final Members members;
    private final Bounces bounces;
    private final BookBounce book;
    private final BounceSteps steps;

    @Inject
    ReturnedCopies(Deliveries deliveries, Members members, Bounces bounces, BookBounce book, BounceSteps steps) {
        this.deliveries = deliveries;
        this.members = members;
        this.bounces = bounces;
        this.book = book;
        this.steps = steps;
    }

    /** A copy whose address was signed, or that our own session was about. */
    void returned(VerpAddress copy, Failure failure) {
        if (copy.person() == 0) {
            returnedNotice(copy.delivery(), failure);
            return;
        }
        deliveries
                .find(copy)
                .flatMap(Deliveries.DeliveredCopy::listId)
                .ifPresent(list -> book.book(copy.person(), list, copy.delivery(), failure));
    }

    /**
     * Copies that were the same for everybody: the report has to name the post, which only its readers know, and the reader.
     *
     * @param messageId of the returned mail
     */
    void returned(MailingList list, Optional<String> messageId, List<FailedRecipient> failed) {
        Optional<Long> delivery = messageId.flatMap(it -> bounces.deliveryOf(list, it));
        if (delivery.isEmpty()) {
            LOGGER.info("event=bounce-of-no-post list={}", list.address());
            return;
        }
        for (FailedRecipient each : failed) {
            each.address()
                    .flatMap((EmailAddress it) -> members.find(list, it))
                    .ifPresent(it -> book.book(it.personId(), list.id(), delivery.get(), each.failure()));
        }
    }

    /** One copy has one reader; a report of more comes from where mail is passed on. */
    static Failure worst(List<FailedRecipient> failed) {
        return failed.stream()
                .map(FailedRecipient::failure)
                .min(Comparator.comparing(Failure::kind))
                .orElseThrow();
    }

    /** Of a trial mail it tells of the address; what says nothing of the address leaves the trial open. */
    private void returnedNotice(long delivery, Failure failure) {
        LOGGER.info("event=notice-bounced delivery={} kind={}", delivery, failure.kind());
        if (BounceScore.points(failure.kind()) > 0) {
            steps.probeBounced(delivery, failure.words());
        }
    }
}
