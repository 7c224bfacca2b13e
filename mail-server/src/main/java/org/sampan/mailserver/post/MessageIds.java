package org.sampan.mailserver.post;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sampan.mailserver.mailinglist.ListAddress;

/** Message-IDs, with angle brackets, as they stand in headers (RFC 5322 section 3.6.4). */
public final class MessageIds {
    private static final Pattern ID = Pattern.compile("<[^<>\\s\\p{Cntrl}]{1,900}>");
    private static final int MOST_REFERENCES = 100;
    private static final List<String> WHAT_MAKES_A_MAIL = List.of("From", "Date", "Subject", "To", "Cc");

    private MessageIds() {}

    /**
     * The mail's own; where it has none, one made of its content, so that the same mail has the same one when it comes again.
     */
    static String of(Message message, ListAddress list) {
        return in(message.headers().value("Message-ID")).stream()
                .findFirst()
                .orElseGet(() -> "<" + contentHash(message) + "@" + list.domain() + ">");
    }

    /** As the mail names itself; empty when it does not. */
    public static Optional<String> own(Headers headers) {
        return in(headers.value("Message-ID")).stream().findFirst();
    }

    /** Whether the mail has a Message-ID that can be used. */
    public static boolean isPresent(Headers headers) {
        return !in(headers.value("Message-ID")).isEmpty();
    }

    /** The post this one answers, nearest first: In-Reply-To, then References from the end. */
    public static List<String> answered(Headers headers) {
        List<String> answered = new ArrayList<>(in(headers.value("In-Reply-To")));
        List<String> references = new ArrayList<>(in(headers.value("References")));
        Collections.reverse(references);
        answered.addAll(references);
        return answered.stream().distinct().limit(MOST_REFERENCES).toList();
    }

    /** What the sender says it answers; empty when it answers nothing. */
    public static Optional<String> inReplyTo(Headers headers) {
        return answered(headers).stream().findFirst();
    }

    private static List<String> in(String value) {
        List<String> found = new ArrayList<>();
        Matcher matcher = ID.matcher(value);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /** Trace fields are left out: they differ each time a mail is sent again. */
    private static String contentHash(Message message) {
        MessageDigest digest = sha256();
        WHAT_MAKES_A_MAIL.forEach(name -> message.headers()
                .all(name)
                .forEach(it -> digest.update((name + ":" + it.value() + "\n").getBytes(StandardCharsets.UTF_8))));
        digest.update(message.body());
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
