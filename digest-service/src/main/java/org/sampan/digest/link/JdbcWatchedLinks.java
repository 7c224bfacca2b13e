package org.sampan.digest.link;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sampan.digest.clipping.ClippingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Links in PostgreSQL. What counts is the one that the clipping has now; of others the rows stay. */
@Repository
class JdbcWatchedLinks implements WatchedLinks {
    private static final String FINE = "fine";
    private static final String MOVED = "moved";
    private static final String NOW =
            "from watched_link w join clipping c on c.id = w.clipping_id and c.link = w.url and c.state <> 'taken-down' ";

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    JdbcWatchedLinks(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public int begin(Instant due, int most) {
        return database.sql("""
                        insert into watched_link (clipping_id, url, due_at)
                        select c.id, c.link, :due from clipping c
                        where c.shown_at is not null and c.state <> 'taken-down' and c.link ~* '^https?://'
                        and not exists (select from watched_link w where w.clipping_id = c.id and w.url = c.link)
                        order by c.shown_at desc limit :most on conflict do nothing""")
                .param("due", Timestamp.from(due))
                .param("most", most)
                .update();
    }

    @Override
    public List<WatchedLink> claim(Instant now, Instant until, int limit) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<WatchedLink> due = database.sql("select w.* " + NOW
                            + "where w.due_at <= :now and not w.vouched order by w.due_at limit :limit"
                            + " for update of w skip locked")
                    .param("now", Timestamp.from(now))
                    .param("limit", limit)
                    .query(JdbcWatchedLinks::link)
                    .list();
            due.forEach(link -> postpone(link, until));
            return due;
        }));
    }

    private void postpone(WatchedLink link, Instant until) {
        database.sql("update watched_link set due_at = ? where clipping_id = ? and url = ?")
                .param(Timestamp.from(until))
                .param(link.clipping().value())
                .param(link.url().toString())
                .update();
    }

    @Override
    public void keep(WatchedLink link) {
        database.sql("""
                        update watched_link set finding = :finding, moved_to = :to, times = :times, since = :since,
                            unsure = :unsure, due_at = :due, state = case when vouched then 'fine' else :state end
                        where clipping_id = :id and url = :url""")
                .param("finding", word(link.finding()))
                .param(
                        "to",
                        link.finding() instanceof LinkFinding.Moved moved
                                ? moved.to().toString()
                                : null)
                .param("times", link.times())
                .param("since", link.since().map(Timestamp::from).orElse(null))
                .param("unsure", link.unsure())
                .param("due", Timestamp.from(link.due()))
                .param("state", link.state().slug())
                .param("id", link.clipping().value())
                .param("url", link.url().toString())
                .update();
    }

    @Override
    public Optional<WatchedLink> find(ClippingId id) {
        return database.sql("select w.* " + NOW + "where w.clipping_id = ?")
                .param(id.value())
                .query(JdbcWatchedLinks::link)
                .optional();
    }

    @Override
    public Map<ClippingId, WatchedLink> gone(Collection<ClippingId> ids) {
        return database
                .sql("select w.* " + NOW + "where w.clipping_id = any (?) and w.state = 'gone'")
                .param(ids.stream().map(ClippingId::value).toArray(Long[]::new))
                .query(JdbcWatchedLinks::link)
                .list()
                .stream()
                .collect(Collectors.toMap(WatchedLink::clipping, Function.identity()));
    }

    @Override
    public List<WatchedLink> page(LinkState state, Optional<ClippingId> after, int limit) {
        return database.sql("select w.* " + NOW + """
                        where w.state = :state and (cast(:after as bigint) is null or (w.since, w.clipping_id) <
                          (select l.since, l.clipping_id from watched_link l join clipping k on k.id = l.clipping_id
                           and k.link = l.url where l.clipping_id = :after))
                        order by w.since desc, w.clipping_id desc limit :limit""")
                .param("state", state.slug())
                .param("after", after.map(ClippingId::value).orElse(null))
                .param("limit", limit)
                .query(JdbcWatchedLinks::link)
                .list();
    }

    @Override
    public Map<LinkState, Integer> lost() {
        Map<LinkState, Integer> counts = new EnumMap<>(Map.of(LinkState.GONE, 0, LinkState.MOVED, 0));
        database.sql("select w.state, count(*) " + NOW + "where w.state <> 'fine' group by w.state")
                .query(row -> {
                    counts.put(LinkState.of(row.getString(1)).orElseThrow(), row.getInt(2));
                });
        return counts;
    }

    /** What it is believed to be then follows from what was found. */
    @Override
    public boolean vouch(ClippingId id, URI url, boolean fine) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean changed = database.sql(
                                    "update watched_link set vouched = ? where clipping_id = ? and url = ? and vouched <> ?")
                            .param(fine)
                            .param(id.value())
                            .param(url.toString())
                            .param(fine)
                            .update()
                    == 1;
            if (changed) {
                database.sql("select * from watched_link where clipping_id = ? and url = ?")
                        .param(id.value())
                        .param(url.toString())
                        .query(JdbcWatchedLinks::link)
                        .list()
                        .forEach(this::keep);
            }
            return changed;
        }));
    }

    private static String word(LinkFinding finding) {
        if (finding instanceof LinkFinding.Gone gone) {
            return gone.loss().word();
        }
        return finding instanceof LinkFinding.Moved ? MOVED : FINE;
    }

    private static WatchedLink link(ResultSet row, int number) throws SQLException {
        return new WatchedLink(
                new ClippingId(row.getLong("clipping_id")),
                URI.create(row.getString("url")),
                finding(row),
                row.getInt("times"),
                Optional.ofNullable(row.getTimestamp("since")).map(Timestamp::toInstant),
                row.getInt("unsure"),
                row.getBoolean("vouched"),
                row.getTimestamp("due_at").toInstant());
    }

    private static LinkFinding finding(ResultSet row) throws SQLException {
        String word = row.getString("finding");
        return switch (word) {
            case FINE -> new LinkFinding.Fine();
            case MOVED -> new LinkFinding.Moved(URI.create(row.getString("moved_to")));
            default -> new LinkFinding.Gone(Loss.of(word).orElseThrow());
        };
    }
}
