package org.sampan.digest.source;

import java.net.URI;
import java.util.Optional;

/** How far the archives of sources have been gone back through. Safe for many threads. */
public interface Bookmarks {

    /** @param source the address that it was declared with */
    Optional<Bookmark> find(URI source);

    void put(URI source, Bookmark bookmark);
}
