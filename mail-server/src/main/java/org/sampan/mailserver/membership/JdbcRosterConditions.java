package org.sampan.mailserver.membership;

import java.util.Locale;
import org.jdbi.v3.core.statement.Query;
import org.sampan.mailserver.membership.Rosters.Filter;
import org.sampan.mailserver.membership.Rosters.Standing;

/** What the rows of a search fulfil: {@code s} is the subscription and {@code p} its person. */
final class JdbcRosterConditions {
    private JdbcRosterConditions() {}

    /** To stand behind other conditions. Each names what its partial index names, so that the index serves. */
    static String of(Filter filter) {
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

    /** Gives the conditions their values. */
    static Query bind(Query query, Filter filter) {
        filter.mode().ifPresent(mode -> query.bind("mode", mode.word()));
        filter.country().ifPresent(country -> query.bind("country", country));
        filter.organisation().ifPresent(organisation -> query.bind("organisation", organisation));
        if (!filter.text().isEmpty()) {
            query.bind("text", "%" + literally(filter.text().toLowerCase(Locale.ROOT)) + "%");
        }
        return query;
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
}
