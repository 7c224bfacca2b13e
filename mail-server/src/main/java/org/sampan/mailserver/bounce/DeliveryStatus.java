package org.sampan.mailserver.bounce;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Multipart;

/**
 * The machine's part of a delivery report (RFC 3464), for its worst recipient: a copy of ours has one, so more can only come from
 * an address that passes mail on.
 *
 * @param action lower case: {@code failed}, {@code delayed}, …
 * @param status RFC 3463; may be empty
 * @param diagnostic without its type; may be empty
 */
record DeliveryStatus(String action, String status, String diagnostic) {
    private static final int DEEPEST = 4;
    private static final int MOST_GROUPS = 50;

    /** Empty when the mail has no such part. */
    static Optional<DeliveryStatus> in(Message mail) {
        return groups(mail, 0).stream()
                .filter(it -> it.has("Action"))
                .map(DeliveryStatus::of)
                .reduce((first, next) -> first.action.equals("failed") ? first : next);
    }

    private static DeliveryStatus of(Headers group) {
        return new DeliveryStatus(
                group.value("Action").toLowerCase(Locale.ROOT),
                group.value("Status"),
                group.value("Diagnostic-Code").replaceFirst("(?i)^\\s*[a-z0-9-]+\\s*;\\s*", ""));
    }

    private static List<Headers> groups(Message part, int depth) {
        if (depth > DEEPEST) {
            return List.of();
        }
        if (part.contentType().isMultipart()) {
            return Multipart.read(part).map(Multipart::parts).orElse(List.of()).stream()
                    .flatMap(it -> groups(it, depth + 1).stream())
                    .toList();
        }
        String type = part.contentType().mimeType();
        return type.equals("message/delivery-status") || type.equals("message/global-delivery-status")
                ? groups(decoded(part))
                : List.of();
    }

    /** Groups of fields with an empty line between (RFC 3464 section 2.1); each reads like a message's header. */
    private static List<Headers> groups(byte[] body) {
        List<Headers> groups = new ArrayList<>();
        Message rest = Message.parse(body);
        for (int i = 0; i < MOST_GROUPS; i++) {
            groups.add(rest.headers());
            if (rest.body().length == 0) {
                break;
            }
            rest = Message.parse(rest.body());
        }
        return groups;
    }

    /** Neither RFC allows base64 here; some servers write it. */
    private static byte[] decoded(Message part) {
        if (!part.transferEncoding().equals("base64")) {
            return part.body();
        }
        try {
            return Base64.getMimeDecoder().decode(part.body());
        } catch (IllegalArgumentException broken) {
            return new byte[0];
        }
    }
}
