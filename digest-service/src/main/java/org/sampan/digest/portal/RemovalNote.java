package org.sampan.digest.portal;

import java.time.Instant;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.mailserver.Removal;

/** What a page says in the place of what was taken out. */
public record RemovalNote(boolean whole, String by, String reason, Instant at) {
    static RemovalNote of(Removal removal, MailingList list) {
        String by = list.isPublic() ? PostCard.withoutAddress(removal.by()) : removal.by();
        return new RemovalNote(removal.isWhole(), by, removal.reason(), removal.at());
    }
}
