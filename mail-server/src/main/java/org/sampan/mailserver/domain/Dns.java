package org.sampan.mailserver.domain;

import java.util.List;

/** Asks the name servers; what they said is kept as long as they allow. Safe for many threads. */
public interface Dns {
    /**
     * The records of a name, as text: an address, a host without its last dot, or the joined strings of a TXT record.
     *
     * @return empty when there is no such name, no such record, or this is no name that could exist
     * @throws DnsTroubleException when the name servers do not answer, after some seconds
     */
    List<String> find(String name, RecordType type);
}
