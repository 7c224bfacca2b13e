package org.sampan.mailserver.report;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.report.Report.Reason;

/** Complaints in the abuse reporting format (RFC 5965). */
final class FeedbackReport {
    private static final Set<String> COMPLAINTS = Set.of("abuse", "opt-out", "opt-out-list", "fraud");

    private FeedbackReport() {}

    /** Empty when the mail is none. */
    static Optional<Report> in(Message mail) {
        return ReportParts.of(mail)
                .filter(it -> it.contentType().mimeType().equals("message/feedback-report"))
                .findFirst()
                .map(part -> report(ReportParts.fields(part).get(0), mail));
    }

    /** Headers of the mail that came back; none where it did not. */
    static Headers returned(Message mail) {
        return ReportParts.of(mail)
                .filter(it -> Stream.of(
                                "message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers")
                        .anyMatch(it.contentType().mimeType()::equals))
                .findFirst()
                .map(it -> ReportParts.fields(it).get(0))
                .orElse(Headers.none());
    }

    private static Report report(Headers feedback, Message mail) {
        String type = feedback.value("Feedback-Type").strip().toLowerCase(Locale.ROOT);
        if (!COMPLAINTS.contains(type)) {
            return new Report.Nothing(Reason.NO_COMPLAINT);
        }
        return new Report.Complaint(
                address(feedback.value("Original-Rcpt-To")),
                returned(mail),
                address(feedback.value("Original-Mail-From")));
    }

    private static Optional<EmailAddress> address(String value) {
        return EmailAddress.parse(value.replaceAll("[<>]", ""));
    }
}
