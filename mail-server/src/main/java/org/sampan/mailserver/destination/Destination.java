package org.sampan.mailserver.destination;

import java.io.IOException;
import org.sampan.mailserver.smtp.SmtpConnection;
import org.sampan.mailserver.smtp.SmtpServer;

/** A place mail goes to: the relays, or the servers of one domain. Safe for many threads. */
public interface Destination {
    /** For logs, and for what the ledger says of a copy. */
    String name();

    /**
     * @throws DomainTakesNoMailException when it is no use to try again
     * @throws org.sampan.mailserver.smtp.NoEncryptionException when the servers can be reached, but not in private as they have to be
     * @throws IOException when no server can be used now
     */
    SmtpConnection connect() throws IOException;

    /** Everything goes there, so mail stays in line when it cannot be reached, instead of being put off copy by copy. */
    boolean isOnlyWay();

    /**
     * Nothing could be handed to this server: leave it alone for a while.
     *
     * @return whether there is another one to try at once
     */
    boolean avoid(SmtpServer server);
}
