package org.sampan.digest.statement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.mailserver.ListAddress;

/** The statements of the network. Safe for many threads. */
public interface Statements {

    /**
     * Keeps a statement. The very same one again (subject, text, attachments and lists) is not kept a second time: the
     * first is answered, so that whoever is not sure whether it went out may safely say it again.
     */
    Statement add(NewStatement statement, Instant now);

    Optional<Statement> find(StatementId id);

    /** Those that have not gone to all their lists, the oldest first. */
    List<StatementId> unsent();

    void markSent(StatementId id, ListAddress list, Instant at);

    /** It will never be taken, for this reason: it is not tried again. */
    void markRefused(StatementId id, ListAddress list, String reason);
}
