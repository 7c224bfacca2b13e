package org.sampan.mailserver.bounce;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.RoleAddress;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.mailinglist.VerpAddress;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.PostAttributes;
import org.sampan.mailserver.report.Report;
import org.sampan.mailserver.report.ReportReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what comes back to a bounce address, and complaints to the operator's. What is understood ends here; what cannot be read
 * goes on to the next mailet, for a person to look at.
 */
public final class RecordBounce extends GenericMailet {
    private static final Logger LOGGER = LoggerFactory.getLogger(RecordBounce.class);
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^[ >]*Message-ID:\\s{0,4}<([^<>\\s]{3,250})>");
    private static final int MOST_SEARCHED = 200_000;

    private final SigningKey key;
    private final MailingLists lists;
    private final ReportReader reader;
    private final ReturnedCopies copies;
    private final Complaints complaints;
    private final ResumeByMail answers;

    @Inject
    RecordBounce(
            SigningKey key,
            MailingLists lists,
            ReportReader reader,
            ReturnedCopies copies,
            Complaints complaints,
            ResumeByMail answers) {
        this.key = key;
        this.lists = lists;
        this.reader = reader;
        this.copies = copies;
        this.complaints = complaints;
        this.answers = answers;
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Message message = PostAttributes.message(mail);
        boolean nullSender = PostAttributes.envelope(mail).sender().isEmpty();
        Report report = reader.read(message, nullSender);
        if (report instanceof Report.Complaint complaint) {
            if (complaints.heard(complaint, PostAttributes.recipient(mail))) {
                mail.setState(Mail.GHOST);
            }
            return;
        }
        Optional<RoleAddress> address = PostAttributes.recipient(mail)
                .flatMap(RoleAddress::parse)
                .filter(it -> it.role().filter(Role.BOUNCES::equals).isPresent());
        if (address.isPresent() && isDone(address.get(), report, message, nullSender)) {
            mail.setState(Mail.GHOST);
        }
    }

    /** @return false when a person should look at it */
    private boolean isDone(RoleAddress address, Report report, Message message, boolean nullSender) {
        return answers.answered(address.detail())
                .map(token -> answers.heard(token, report, message, nullSender))
                .orElseGet(() -> record(address, report, message) || !nullSender && isUnsigned(address));
    }

    /** @return false when a person should look at it */
    private boolean record(RoleAddress address, Report report, Message message) {
        if (isUnsigned(address)) {
            return recordUnsigned(address, report, message);
        }
        Optional<VerpAddress> copy = VerpAddress.parse(address.detail(), key);
        if (copy.isEmpty()) {
            LOGGER.info("event=bounce-not-ours list={}", address.list());
            return true;
        }
        if (report instanceof Report.Failed failed) {
            copies.returned(copy.get(), ReturnedCopies.worst(failed.recipients()));
        }
        return !(report instanceof Report.Unreadable);
    }

    /** Posts that go out the same for everybody have the plain address. */
    private boolean recordUnsigned(RoleAddress address, Report report, Message message) {
        if (report instanceof Report.Failed failed) {
            lists.find(address.list())
                    .ifPresent(list -> copies.returned(list, returnedMessageId(message), failed.recipients()));
        }
        return !(report instanceof Report.Unreadable);
    }

    private static boolean isUnsigned(RoleAddress address) {
        return address.detail().isEmpty();
    }

    /** Of the mail inside the report, in whatever form it was put there. */
    private static Optional<String> returnedMessageId(Message message) {
        byte[] body = message.body();
        String text = new String(body, 0, Math.min(body.length, MOST_SEARCHED), StandardCharsets.ISO_8859_1);
        Matcher found = MESSAGE_ID.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
