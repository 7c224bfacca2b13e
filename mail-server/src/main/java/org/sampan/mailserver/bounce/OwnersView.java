package org.sampan.mailserver.bounce;

import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;

/**
 * How owners are told of a member by mail, which may be read on its way: of a private list so that only who knows the members
 * knows who is meant. The whole address is on the owners' pages.
 */
record OwnersView(boolean isPrivate) {
    static OwnersView of(MailingList list) {
        return new OwnersView(list.isPrivate());
    }

    String address(EmailAddress email) {
        String written = email.written();
        return isPrivate
                ? written.substring(0, written.offsetByCodePoints(0, 1)) + "…" + written.substring(written.indexOf('@'))
                : written;
    }

    /** Other servers quote the address. */
    String words(String reply) {
        return isPrivate ? "" : reply;
    }
}
