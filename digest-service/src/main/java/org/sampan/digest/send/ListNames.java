package org.sampan.digest.send;

import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.MailServer;
import org.springframework.stereotype.Component;

/** What a list is called, for the From line. */
@Component
final class ListNames {
    private final MailServer mailServer;

    ListNames(MailServer mailServer) {
        this.mailServer = mailServer;
    }

    /**
     * @throws NoSuchList when the mail server does not know it
     */
    String of(ListAddress list) {
        return mailServer.list(list).orElseThrow(() -> new NoSuchList(list)).name();
    }
}
