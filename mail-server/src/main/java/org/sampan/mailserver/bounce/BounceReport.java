package org.sampan.mailserver.bounce;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;

/**
 * What a mail to a bounce address says about the copy it is about.
 *
 * @param words the other server's own, one line; may be empty
 */
record BounceReport(Severity severity, String words) {
    private static final int LONGEST = 500;
    private static final int MOST_TEXT = 20_000;
    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([245])\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.])");
    private static final Pattern REPLY = Pattern.compile("(?m)(?<![\\d.])([45])\\d\\d[ -](?=\\S)");
    private static final Pattern GONE = Pattern.compile(
            "user (?:is )?unknown|unknown user|no such (?:user|recipient|mailbox|address)|does(?: not|n't) exist"
                    + "|address rejected|recipient rejected|mailbox unavailable|account (?:has been )?(?:disabled|deleted)"
                    + "|invalid recipient|not a (?:valid|known) (?:user|mailbox)|host (?:or domain name )?not found",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FULL = Pattern.compile(
            "over ?quota|quota exceeded|mailbox (?:is )?full|insufficient (?:storage|disk)|try again later",
            Pattern.CASE_INSENSITIVE);

    /** How much a report weighs. */
    enum Severity {
        /** The address does not work. */
        HARD,
        /** This copy did not arrive: mailbox full, too large, refused for what it says. */
        SOFT,
        /** Nothing is decided yet, or nothing went wrong. */
        NONE,
        /** Not a report that can be read. */
        UNKNOWN
    }

    static BounceReport of(Message mail, boolean hasNullSender) {
        return DeliveryStatus.in(mail)
                .map(BounceReport::ofDeliveryStatus)
                .orElseGet(() -> isAutomaticReply(mail.headers()) ? none() : ofWords(mail, hasNullSender));
    }

    /** @param reply with code: {@code 550 5.1.1 unknown user} */
    static BounceReport ofSmtpReply(String reply) {
        Severity severity = ofStatus(reply)
                .or(() -> ofPhrases(reply))
                .orElse(reply.startsWith("5") ? Severity.HARD : Severity.SOFT);
        return new BounceReport(severity == Severity.NONE ? Severity.SOFT : severity, line(reply));
    }

    private static BounceReport ofDeliveryStatus(DeliveryStatus status) {
        if (!status.action().equals("failed")) {
            return none();
        }
        Severity severity = ofStatus(status.status())
                .filter(it -> it != Severity.NONE)
                .or(() -> ofPhrases(status.diagnostic()))
                .orElse(Severity.SOFT);
        return new BounceReport(severity, line(status.diagnostic().isEmpty() ? status.status() : status.diagnostic()));
    }

    /** The many formats no standard knows: what they quote of the other server's reply tells. */
    private static BounceReport ofWords(Message mail, boolean hasNullSender) {
        if (!hasNullSender && !isFromDaemon(mail.headers())) {
            return new BounceReport(Severity.UNKNOWN, "");
        }
        byte[] body = mail.body();
        String text = new String(body, 0, Math.min(body.length, MOST_TEXT), StandardCharsets.ISO_8859_1);
        String words = line(text.lines()
                .filter(it -> STATUS.matcher(it).find()
                        || REPLY.matcher(it).find()
                        || GONE.matcher(it).find()
                        || FULL.matcher(it).find())
                .findFirst()
                .orElse(""));
        return new BounceReport(
                ofPhrases(text).or(() -> ofStatus(text)).or(() -> ofCode(text)).orElse(Severity.UNKNOWN), words);
    }

    /** Some codes of class 5 say something of this mail only, not of the address (RFC 3463). */
    private static Optional<Severity> ofStatus(String text) {
        return STATUS.matcher(text).results().findFirst().map(found -> switch (found.group(1)) {
            case "5" -> isOfTheAddress(found.group(2), found.group(3)) ? Severity.HARD : Severity.SOFT;
            default -> Severity.NONE;
        });
    }

    private static boolean isOfTheAddress(String subject, String detail) {
        return switch (subject) {
            case "1" -> !detail.equals("8") && !detail.equals("7");
            case "2" -> !detail.equals("2") && !detail.equals("3");
            case "0" -> true;
            case "4" -> detail.equals("4");
            default -> false;
        };
    }

    private static Optional<Severity> ofPhrases(String text) {
        if (FULL.matcher(text).find()) {
            return Optional.of(Severity.SOFT);
        }
        return GONE.matcher(text).find() ? Optional.of(Severity.HARD) : Optional.empty();
    }

    private static Optional<Severity> ofCode(String text) {
        Matcher code = REPLY.matcher(text);
        return code.find() ? Optional.of(code.group(1).equals("5") ? Severity.SOFT : Severity.NONE) : Optional.empty();
    }

    private static boolean isFromDaemon(Headers headers) {
        String from = headers.value("From").toLowerCase(Locale.ROOT);
        return from.contains("mailer-daemon") || from.contains("postmaster");
    }

    private static boolean isAutomaticReply(Headers headers) {
        return headers.value("Auto-Submitted").toLowerCase(Locale.ROOT).startsWith("auto-replied")
                        && !headers.value("Content-Type")
                                .toLowerCase(Locale.ROOT)
                                .startsWith("multipart/report")
                || Stream.of("X-Autoreply", "X-Autorespond", "X-Auto-Response-Suppress")
                                .anyMatch(headers::has)
                        && headers.has("In-Reply-To");
    }

    private static BounceReport none() {
        return new BounceReport(Severity.NONE, "");
    }

    private static String line(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
