package org.sampan.mailserver.transform;

import java.util.Locale;
import java.util.Set;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.HouseFields;
import org.sampan.mailserver.post.Message;

/**
 * Takes out what was meant for this list and not for its readers: list headers of other lists (RFC 2369 wants one list only),
 * traces of the last delivery, which some servers take for a loop, and requests for receipts, which would tell the author who
 * reads the list. Lines that are no header fields go too, since for some readers the header ends there. Signatures (DKIM-Signature) stay: they cost nothing and say where the post came from.
 */
final class DropForeignHeaders implements Transformation {
    private static final Set<String> UNWANTED = Set.of(
            "archived-at",
            "precedence",
            "mailing-list",
            "errors-to",
            "return-path",
            "delivered-to",
            "x-original-to",
            "envelope-to",
            "bcc",
            "approved",
            "approve",
            "x-approved",
            "disposition-notification-to",
            "disposition-notification-options",
            "original-recipient",
            "return-receipt-to",
            "x-confirm-reading-to",
            "x-pmrqc");

    @Override
    public Message apply(Message message, Rendering rendering) {
        return message.with(message.headers().without(DropForeignHeaders::isUnwanted));
    }

    @Override
    public boolean isOptional() {
        return false;
    }

    private static boolean isUnwanted(HeaderField field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        return name.isEmpty() || name.startsWith("list-") || UNWANTED.contains(name) || HouseFields.isOne(field);
    }
}
