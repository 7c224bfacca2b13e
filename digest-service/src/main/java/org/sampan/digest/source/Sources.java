package org.sampan.digest.source;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sources the newsroom collects from. Safe for many threads. */
public interface Sources {

    /** In the order they were added. */
    List<Source> all();

    /** What each address is called, by name. */
    Map<URI, String> names();

    Optional<Source> find(SourceId id);

    /** By the address it was declared with, or else the one it has moved to. */
    Optional<Source> findUrl(URI url);

    /** Calls and judges it otherwise from now on; its address stays. False when there is no such source. */
    boolean change(SourceId id, NewSource source);

    /** How many items each source gave on each day from {@code since} on, the days of that zone; without those that brought none. */
    Map<URI, Map<LocalDate, Integer>> itemsByDay(LocalDate since, ZoneId zone);

    /** A source of this address, or moved to it, that exists already is kept as it is, and answered. */
    Source add(NewSource source);

    /** What was collected from it stays; false when there is no such source. */
    boolean remove(SourceId id);

    /** The source answered well. */
    void collected(SourceId id, Instant at, Validators validators);

    /** The source is found at another address from now on; its items stay known by the first one. */
    void moved(SourceId id, URI to, Instant at);

    /**
     * The source is ailing, for this reason; it is left alone for a while, longer each time.
     *
     * @param pause how long the server asked to be left alone
     */
    void failed(SourceId id, Instant at, String problem, Optional<Duration> pause);

    /** Adds what was declared in a file, once in the life of the database. */
    void addDeclared(List<NewSource> sources);
}
