package org.sampan.mailserver.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;

/**
 * What a delivery report (RFC 3464, internationalized: RFC 6533) says to machines about one recipient.
 *
 * @param recipient as we wrote it where the report tells, else as the other server did
 * @param action lower case: {@code failed}, {@code delayed}, …
 * @param status RFC 3463; may be empty
 * @param diagnostic without its type; may be empty
 * @param server who refused, or else who reports; lower case, may be empty
 */
record DeliveryStatus(
        Optional<EmailAddress> recipient, String action, String status, String diagnostic, String server) {
    private static final Set<String> TYPES = Set.of("message/delivery-status", "message/global-delivery-status");
    private static final Pattern TYPE = Pattern.compile("^\\s*[A-Za-z0-9-]+\\s*;\\s*");
    private static final Pattern UNICODE = Pattern.compile("\\\\x\\{([0-9A-Fa-f]{1,6})}");

    /** Empty when the mail has no such part. */
    static List<DeliveryStatus> in(Message mail) {
        return ReportParts.of(mail)
                .filter(it -> TYPES.contains(it.contentType().mimeType()))
                .map(ReportParts::fields)
                .flatMap(
                        groups -> groups.stream().filter(it -> it.has("Action")).map(it -> of(it, groups.get(0))))
                .toList();
    }

    private static DeliveryStatus of(Headers group, Headers message) {
        String action = group.value("Action").replaceAll("\\(.*", "").strip().toLowerCase(Locale.ROOT);
        return new DeliveryStatus(
                address(group.value("Original-Recipient")).or(() -> address(group.value("Final-Recipient"))),
                action,
                RuleTable.statusIn(group.value("Status")),
                untyped(group.value("Diagnostic-Code")),
                server(group, message));
    }

    private static String server(Headers group, Headers message) {
        String remote = untyped(group.value("Remote-MTA"));
        String name = remote.isEmpty() ? untyped(message.value("Reporting-MTA")) : remote;
        return name.replaceAll("[\\s(].*", "").toLowerCase(Locale.ROOT);
    }

    /** {@code rfc822;alice@x} and {@code utf-8;…} with characters as {@code \x{1000}} (RFC 6533 section 3). */
    private static Optional<EmailAddress> address(String value) {
        String text = UNICODE.matcher(untyped(value).replaceAll("[<>]", "")).replaceAll(it -> character(it.group(1)));
        return EmailAddress.parse(text);
    }

    private static String character(String hex) {
        int point = Integer.parseInt(hex, 16);
        return java.util.regex.Matcher.quoteReplacement(
                Character.isValidCodePoint(point) ? Character.toString(point) : "?");
    }

    private static String untyped(String value) {
        return TYPE.matcher(value).replaceFirst("").strip();
    }
}
