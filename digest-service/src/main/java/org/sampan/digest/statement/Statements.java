package org.sampan.digest.statement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.mailserver.ListAddress;

/** The statements of the network. Safe for many threads and nodes. */
public interface Statements {

    /**
     * Keeps a new statement as a draft.
     *
     * @param name what the same statement would have again, if it were said twice; the first is answered then
     */
    Statement add(Content content, Optional<String> name, String by, Instant now);

    /** Whether there is one of this {@code name} already. */
    boolean has(String name);

    Optional<Statement> find(StatementId id);

    /**
     * The newest first.
     *
     * @param before the last of the page before
     * @param discarded whether to show those that will not be sent, or the others
     */
    List<Statement> page(Optional<StatementId> before, boolean discarded, int limit);

    /**
     * Keeps a version that was made of one as it was read.
     *
     * @return false, and nothing is kept, when somebody was faster
     */
    boolean change(StatementVersion changed);

    /** The same for one that goes out now: its lists wait for it from now on. */
    boolean begin(StatementVersion begun);

    /** Adds the version after the latest. False when there is one already. */
    boolean addVersion(StatementVersion next);

    /** Versions whose embargo has ended, by this clock and by the database's. */
    List<VersionId> due(Instant now);

    /** Versions that go to their lists now, or of which nobody noted yet that they have. */
    List<VersionId> sending();

    /** @return false when it is withdrawn already */
    boolean withdraw(StatementId id, Withdrawal withdrawal, List<Destination> told);

    /** Takes the withdrawal back that was made at that moment, unless anybody was told. */
    boolean unwithdraw(StatementId id, Instant made);

    /** Those that readers of one of these lists may have, newest first. {@code before}: the last of the page before. */
    List<Statement> sentTo(List<ListAddress> lists, Optional<StatementId> before, int limit);
}
