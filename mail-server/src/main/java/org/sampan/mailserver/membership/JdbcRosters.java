package org.sampan.mailserver.membership;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

    /** What is the same for everybody is looked for in another order than what few have: let each search be planned for itself. */
    private static final String PLAN_FOR_THESE_VALUES = "set local plan_cache_mode = force_custom_plan";

    private final Jdbi jdbi;
    private final Clock clock;
    private final Map<Long, Counted> counted = new ConcurrentHashMap<>();

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
                            + "where s.list_id = :list and p.email > :after" + conditions(filter)
                            + " order by p.email limit :limit")
                    .bind("list", list.id())
                    .bind("after", after.map(EmailAddress::key).orElse(""))
                    .bind("limit", Math.max(1, Math.min(limit, MOST_ON_A_PAGE)));
            filter.mode().ifPresent(mode -> query.bind("mode", mode.word()));
            filter.country().ifPresent(country -> query.bind("country", country));
            filter.organisation().ifPresent(organisation -> query.bind("organisation", organisation));
            if (!filter.text().isEmpty()) {
                query.bind("text", "%" + literally(filter.text().toLowerCase(Locale.ROOT)) + "%");
            }
            return query.map(JdbcMemberRows::subscription).list();
        });
    }

    @Override
    public Facets facets(MailingList list) {
        return counted.compute(
                        list.id(),
                        (id, before) -> before != null && before.holdsAt(clock.instant()) ? before : count(list))
                .facets();
    }

    /** Each names what its partial index names, so that the index serves. */
    private static String conditions(Filter filter) {
        StringBuilder conditions = new StringBuilder();
        filter.mode()
                .ifPresent(mode -> conditions
                        .append(mode == DeliveryMode.EACH ? "" : " and s.mode <> 'each'")
                        .append(" and s.mode = :mode"));
        filter.country().ifPresent(country -> conditions.append(" and p.country <> '' and p.country = :country"));
        filter.organisation()
                .ifPresent(organisation ->
                        conditions.append(" and p.organisation <> '' and p.organisation = :organisation"));
        filter.standing().ifPresent(standing -> conditions.append(" and ").append(condition(standing)));
        return conditions
                .append(filter.text().isEmpty() ? "" : " and p.search like :text")
                .toString();
    }

    private static String condition(Standing standing) {
        return switch (standing) {
            case ACTIVE -> "s.state = 'active'";
            case SUSPENDED -> "s.state = 'suspended'";
            case MODERATED -> "s.moderated";
            case PAUSED -> "p.paused_until is not null and p.paused_until > now()";
            case BOUNCING -> "p.bounce_score > 0";
            case WARNED, PROBED ->
                "exists (select from bounce_case c where c.list_id = s.list_id"
                        + " and c.person_id = s.person_id and c.stage = '" + standing.word() + "')";
        };
    }

    /** So that what a pattern gives a meaning is only itself. */
    private static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private Counted count(MailingList list) {
        Instant begin = clock.instant();
        Facets facets = jdbi.withHandle(handle -> JdbcFacets.count(handle, list, begin));
        return new Counted(facets, Duration.between(begin, clock.instant()).multipliedBy(KEPT_TIMES));
    }

    private record Counted(Facets facets, Duration holds) {
        boolean holdsAt(Instant now) {
            return now.isBefore(facets.countedAt().plus(holds));
        }
    }
}
