package org.sampan.digest.newsroom;

import java.util.List;
import org.sampan.digest.mailserver.EmailAddress;

/** The editors of the newsroom. Safe for many threads and nodes. */
public interface Editors {

    /** By address. */
    List<Editor> all();

    boolean has(EmailAddress email);

    /** False when they are one already: nothing is changed then. */
    boolean add(Editor editor);

    /** False when they were none. */
    boolean remove(EmailAddress email);
}
