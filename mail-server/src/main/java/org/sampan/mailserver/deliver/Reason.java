package org.sampan.mailserver.deliver;

import java.io.IOException;
import org.sampan.mailserver.smtp.NoEncryptionException;
import org.sampan.mailserver.smtp.SmtpReply;

/** Says in one line what went wrong, for logs and for the ledger. */
final class Reason {
    private static final int LONGEST = 200;

    private Reason() {}

    /** Short, since database drivers write whole statements into their messages. */
    static String of(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        String text = root.getClass().getSimpleName() + ": " + message.replace('"', '\'');
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** Why a copy could not be handed to anybody, as a server would have said it. */
    static SmtpReply of(Copy copy, String destination, IOException why) {
        if (why instanceof NoEncryptionException) {
            String wish = copy.message().stored().encryptedOnly() ? "the list sends encrypted mail only, but " : "";
            return new SmtpReply(451, "4.7.10 " + wish + why.getMessage());
        }
        return new SmtpReply(451, "4.4.1 " + destination + ": " + why.getMessage());
    }
}
