package org.sampan.mailserver.deliver;

import java.io.IOException;
import org.sampan.mailserver.smtp.SmtpConnection;

/** A place mail goes to: the relay, or the servers of one domain. Safe for many threads. */
interface Destination {
    /** For logs. */
    String name();

    /**
     * @throws DomainTakesNoMailException when it is no use to try again
     * @throws IOException when no server can be used now
     */
    SmtpConnection connect() throws IOException;

    /** Everything goes there, so mail stays in line when it cannot be reached, instead of being put off copy by copy. */
    boolean isOnlyWay();
}
