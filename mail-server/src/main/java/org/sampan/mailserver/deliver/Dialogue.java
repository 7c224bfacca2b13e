package org.sampan.mailserver.deliver;

import java.io.IOException;
import org.sampan.mailserver.smtp.SmtpReply;

/** Takes parcels from a route and hands them over on one connection. For one thread. */
interface Dialogue {
    /**
     * Until there is nothing to do for a while, or the route wants fewer connections.
     *
     * @throws IOException when the connection is of no use any more
     */
    void run() throws IOException;

    /** Puts back what was under way when {@link #run} threw. */
    void giveBack(SmtpReply why);

    /** Parcels the server took. */
    int taken();
}
