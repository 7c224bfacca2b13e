package org.sampan.mailserver.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.post.HeaderText;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.report.Report.FailedRecipient;
import org.sampan.mailserver.report.Report.Reason;
import org.sampan.mailserver.report.RuleTable.Format;
import org.sampan.mailserver.report.RuleTable.Means;

/**
 * Reads what comes back: delivery reports (RFC 3464, 6533), complaints (RFC 5965), and by a table of rules the formats no
 * standard knows. Never throws for what is in a mail. Immutable and safe for many threads.
 */
public final class ReportReader {
    private static final Set<String> TELLTALES = Set.of(
            "X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-AutoReply-From", "X-Vacation", "X-Auto-Response");
    private static final Pattern DAEMON =
            Pattern.compile("(?i)mailer-?daemon|postmaster|mail delivery|mdaemon|mail system");
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}._%+'/=-]{1,64}@[\\p{L}\\p{N}.-]{1,188}[\\p{L}\\p{N}]");
    private static final Pattern RETURNED = Pattern.compile(
            "(?im)^(?:-{2,}.*(?:original|returned|copy|below)|(?:Received|Return-Path|Message-ID|Subject|Date|To):)");

    private final RuleTable rules = RuleTable.shipped();
    private final FormatReader formats = new FormatReader(rules);

    @Inject
    public ReportReader() {}

    /** @param hasNullSender as reports must have (RFC 5321 section 4.5.5), and people have not */
    public Report read(Message mail, boolean hasNullSender) {
        return FeedbackReport.in(mail)
                .or(() -> deliveryReport(mail))
                .or(() -> receipt(mail))
                .or(() -> ofRules(mail))
                .or(() -> automaticReply(mail.headers()))
                .orElseGet(() -> ofWords(mail, hasNullSender));
    }

    /** @param reply of another server in our own session, with code: {@code 550 5.1.1 unknown user} */
    public Failure readReply(String reply) {
        return new Failure(rules.kindOf("", reply), RuleTable.statusIn(reply), reply, "");
    }

    private Optional<Report> deliveryReport(Message mail) {
        List<DeliveryStatus> groups = DeliveryStatus.in(mail);
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        List<FailedRecipient> failed = groups.stream()
                .filter(it -> it.action().equals("failed"))
                .map(this::failed)
                .toList();
        if (!failed.isEmpty()) {
            return Optional.of(new Report.Failed(failed, "rfc3464"));
        }
        boolean delayed = groups.stream().anyMatch(it -> it.action().equals("delayed"));
        return Optional.of(new Report.Nothing(delayed ? Reason.DELAYED : Reason.DELIVERED));
    }

    private FailedRecipient failed(DeliveryStatus group) {
        FailureKind kind = rules.kindOf(group.status(), group.diagnostic());
        String words = group.diagnostic().isEmpty() ? group.status() : group.diagnostic();
        return new FailedRecipient(group.recipient(), new Failure(kind, group.status(), words, group.server()));
    }

    /** Read receipts (RFC 8098) and tracking reports (RFC 3886). */
    private static Optional<Report> receipt(Message mail) {
        String type = mail.contentType().parameter("report-type").orElse("").toLowerCase(Locale.ROOT);
        return type.equals("disposition-notification") || type.equals("tracking-status")
                ? Optional.of(new Report.Nothing(Reason.AUTOMATIC))
                : Optional.empty();
    }

    private Optional<Report> ofRules(Message mail) {
        String headers = headerLines(mail.headers());
        String text = ReadableText.of(mail);
        for (Format format : rules.formats()) {
            if (format.fits(headers, text)) {
                Optional<Report> report = report(format, headers, text, mail);
                if (report.isPresent()) {
                    return report;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Report> report(Format format, String headers, String text, Message mail) {
        if (format.means() == Means.DELAYED) {
            return Optional.of(new Report.Nothing(Reason.DELAYED));
        }
        if (format.means() == Means.AUTOMATIC) {
            return Optional.of(new Report.Nothing(Reason.AUTOMATIC));
        }
        if (format.means() == Means.COMPLAINT) {
            return Optional.of(new Report.Complaint(
                    formats.address(format, headers, text), FeedbackReport.returned(mail), Optional.empty()));
        }
        List<FailedRecipient> failed = formats.failed(format, headers, text);
        return failed.isEmpty() ? Optional.empty() : Optional.of(new Report.Failed(failed, format.name()));
    }

    private static Optional<Report> automaticReply(Headers headers) {
        String submitted = headers.value("Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        boolean answers = headers.has("In-Reply-To") || headers.has("References");
        boolean automatic = submitted.startsWith("auto-replied")
                || headers.value("Precedence").strip().equalsIgnoreCase("auto_reply")
                || TELLTALES.stream().anyMatch(headers::has)
                || headers.has("X-Auto-Response-Suppress") && answers;
        return automatic ? Optional.of(new Report.Nothing(Reason.AUTOMATIC)) : Optional.empty();
    }

    /** No form we know: what it quotes of the other server's words tells. */
    private Report ofWords(Message mail, boolean hasNullSender) {
        String text = ReadableText.of(mail);
        Optional<String> telling = formats.tellingLine(text);
        boolean machine =
                hasNullSender || DAEMON.matcher(headerLines(mail.headers())).find();
        if (!machine || telling.isEmpty()) {
            return new Report.Unreadable();
        }
        String words = telling.get();
        Failure failure = new Failure(rules.kindOf("", words), RuleTable.statusIn(words), words, "");
        return new Report.Failed(List.of(new FailedRecipient(onlyAddress(text), failure)), "words");
    }

    /** Where several are named, one may be the author's, who has done nothing. */
    private static Optional<EmailAddress> onlyAddress(String text) {
        String said = RETURNED.split(text, 2)[0];
        Set<String> named = ADDRESS.matcher(said)
                .results()
                .map(it -> it.group().toLowerCase(Locale.ROOT))
                .filter(it -> !DAEMON.matcher(it).find())
                .collect(Collectors.toSet());
        return named.size() == 1 ? EmailAddress.parse(named.iterator().next()) : Optional.empty();
    }

    private static String headerLines(Headers headers) {
        return Stream.of("From", "Subject", "X-Failed-Recipients", "X-Mailer", "Sender")
                .filter(headers::has)
                .map(it -> it + ": " + HeaderText.decode(headers.value(it)))
                .collect(Collectors.joining("\n"));
    }
}
