package org.sampan.digest.mailserver;

import java.time.Instant;
import java.util.Optional;

/**
 * What a link in a mail asks to confirm.
 *
 * @param kind what will happen: {@code join}, {@code return}, {@code invitation}, {@code address}, {@code move-old},
 *     {@code move-new}
 * @param other the address on the other side of a further address or a change; else empty
 * @param language BCP 47 tag of the reader
 * @param state what has happened; empty while it only asks
 */
public record Confirmation(
        String kind,
        ListAddress list,
        String listName,
        EmailAddress email,
        String other,
        String language,
        Instant expiresAt,
        Optional<String> state) {}
