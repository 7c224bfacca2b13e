package org.sampan.console.catcher;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One mail as it came over the wire.
 *
 * @param id names it in links; later mails have greater ids
 * @param sender the envelope's sender, empty for a bounce
 * @param recipients the envelope's recipients
 * @param from the decoded From line
 * @param subject the decoded subject
 * @param file the message; {@link CaughtMails} put the envelope above it as Return-Path and Delivered-To
 */
public record CaughtMail(
        String id,
        Instant caughtAt,
        String sender,
        List<String> recipients,
        String from,
        String subject,
        long bytes,
        Path file) {

    /** Whether a recipient, and the subject, contain these words; empty words are in everything. */
    boolean matches(String recipient, String words) {
        return recipients.stream().anyMatch(address -> contains(address, recipient)) && contains(subject, words);
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.strip().toLowerCase(Locale.ROOT));
    }
}
