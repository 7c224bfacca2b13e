package org.sampan.digest.owner;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.sampan.digest.mailserver.ListAddress;

/** Files of people that wait for their owner's yes, one a session and list. Safe for many threads and nodes. */
interface RosterUploads {
    /**
     * Keeps a file, read as it comes and never held whole, in the place of an earlier one of the session for the list. Also
     * forgets all that expired before {@code now}.
     *
     * @throws IOException when the file cannot be read to its end; nothing is kept then
     */
    void keep(RosterUpload upload, InputStream file, Instant now) throws IOException;

    /** Empty when there is none, it is another session's or list's, or it has expired. */
    Optional<RosterUpload> find(String token, SessionMark session, ListAddress list, Instant now);

    /** The file, read piece by piece; to be closed. */
    InputStream open(RosterUpload upload);

    /** That it is gone already is no error. */
    void forget(RosterUpload upload);
}
