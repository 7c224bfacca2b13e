package org.sampan.mailserver.membership;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.storage.Database;

/** Rosters in PostgreSQL. */
public final class JdbcRosters implements Rosters {
    private static final int MOST_ON_A_PAGE = 10_000;

    /** Counting takes at most a sixtieth of one processor's time, however often somebody looks. */
    private static final int KEPT_TIMES = 60;

    private static final int MOST_KEPT = 500;

    /** What is the same for everybody is looked for in another order than what few have: let each search be planned for itself. */
    private static final String PLAN_FOR_THESE_VALUES = "set local plan_cache_mode = force_custom_plan";

    private final Jdbi jdbi;
    private final Clock clock;
    private final Map<Asked, Counted> counted = new ConcurrentHashMap<>();

    @Inject
    public JdbcRosters(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    @Override
    public List<Subscription> page(MailingList list, Filter filter, Optional<EmailAddress> after, int limit) {
        return jdbi.inTransaction(handle -> {
            handle.execute(PLAN_FOR_THESE_VALUES);
            Query query = handle.createQuery(JdbcMemberRows.SUBSCRIPTIONS
                            + "where s.list_id = :list and p.email > :after" + JdbcRosterConditions.of(filter)
                            + " order by p.email limit :limit")
                    .bind("list", list.id())
                    .bind("after", after.map(EmailAddress::key).orElse(""))
                    .bind("limit", Math.max(1, Math.min(limit, MOST_ON_A_PAGE)));
            return JdbcRosterConditions.bind(query, filter)
                    .map(JdbcMemberRows::subscription)
                    .list();
        });
    }

    @Override
    public Facets facets(MailingList list, Filter filter) {
        if (counted.size() > MOST_KEPT) {
            counted.clear();
        }
        return counted.compute(
                        new Asked(list.id(), filter),
                        (asked, before) ->
                                before != null && before.holdsAt(clock.instant()) ? before : count(list, filter))
                .facets();
    }

    private Counted count(MailingList list, Filter filter) {
        Instant begin = clock.instant();
        Facets facets = jdbi.inTransaction(handle -> {
            handle.execute(PLAN_FOR_THESE_VALUES);
            return JdbcFacets.count(handle, list, filter, begin);
        });
        return new Counted(facets, Duration.between(begin, clock.instant()).multipliedBy(KEPT_TIMES));
    }

    private record Asked(long list, Filter filter) {}

    private record Counted(Facets facets, Duration holds) {
        boolean holdsAt(Instant now) {
            return now.isBefore(facets.countedAt().plus(holds));
        }
    }
}
