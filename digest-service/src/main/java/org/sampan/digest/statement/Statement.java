package org.sampan.digest.statement;

import java.time.Instant;
import java.util.List;
import org.sampan.digest.mailserver.ListAddress;

/**
 * A statement, kept before anything of it is sent.
 *
 * @param unsent the lists it has not gone to yet
 */
public record Statement(StatementId id, NewStatement content, Instant createdAt, List<ListAddress> unsent) {
    public Statement {
        unsent = List.copyOf(unsent);
    }
}
