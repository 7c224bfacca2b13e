package org.sampan.mailserver.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.sampan.mailserver.storage.Database;

/** States of lists, in one look at PostgreSQL. */
public final class JdbcListStates implements ListStates {
    private static final String ALL = """
            select l.id, coalesce(s.members, 0) as members,
              (select count(*) from subscription x where x.list_id = l.id and x.state = 'suspended') as suspended,
              (select count(*) from held_post x where x.list_id = l.id and x.decision is null) as held,
              (select count(*) from waiting_join x where x.list_id = l.id) as waiting,
              (select received_at from post x where x.list_id = l.id and x.listed order by received_at desc, id desc limit 1) as last_post_at,
              coalesce(d.sends, 0) as sends, coalesce(d.paused, 0) as paused
            from mailing_list l
            left join (select list_id, count(*) as members from subscription group by list_id) s on s.list_id = l.id
            left join (select list_id, count(*) filter (where state = 'active') as sends,
                count(*) filter (where state = 'paused') as paused
              from delivery where state in ('active', 'paused') and state <> 'finished' and post_id is not null
              group by list_id) d on d.list_id = l.id""";

    private final Jdbi jdbi;

    @Inject
    public JdbcListStates(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public Map<Long, ListState> all() {
        Map<Long, ListState> states = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(ALL)
                .map((row, context) -> states.put(row.getLong("id"), state(row)))
                .list());
        return states;
    }

    private static ListState state(ResultSet row) throws SQLException {
        return new ListState(
                row.getLong("members"),
                row.getLong("suspended"),
                row.getLong("held"),
                row.getLong("waiting"),
                Optional.ofNullable(row.getTimestamp("last_post_at")).map(Timestamp::toInstant),
                row.getLong("sends"),
                row.getLong("paused"));
    }
}
