package org.sampan.mailserver.mailinglist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lists in PostgreSQL. They are few and asked for all the time, also for names that are none, so all of them are kept in
 * memory and read anew when older than {@link #FRESH}: what another node changes is seen that soon, what this one changes at once.
 */
public final class JdbcMailingLists implements MailingLists {
    private static final Logger LOGGER = LoggerFactory.getLogger(JdbcMailingLists.class);
    static final Duration FRESH = Duration.ofSeconds(1);

    private static final String LISTS = """
            select l.id, l.address, l.created_at, s.name, s.value
            from mailing_list l left join list_setting s on s.list_id = l.id order by l.id""";
    private static final String INSERT =
            "insert into mailing_list (address) values (:address) on conflict do nothing returning id, created_at";

    private static final String BAN =
            "insert into banned_sender (list_id, email) values (:list, :email) on conflict do nothing";
    /** Most rows are plain addresses, found by the key; the few patterns are matched here. */
    private static final String MAY_BAN = "select email from banned_sender where list_id = :list"
            + " and (email = :email or position('*' in email) > 0)";

    private static final String UNBAN = "delete from banned_sender where list_id = :list and email = :email";

    private final Database database;
    private final Jdbi jdbi;
    private final LongSupplier nanoClock;
    private final Object reading = new Object();
    private volatile @Nullable Snapshot snapshot;

    @Inject
    public JdbcMailingLists(Database database) {
        this(database, System::nanoTime);
    }

    JdbcMailingLists(Database database, LongSupplier nanoClock) {
        this.database = database;
        this.jdbi = database.jdbi();
        this.nanoClock = nanoClock;
    }

    @Override
    public Optional<MailingList> find(ListAddress address) {
        return Optional.ofNullable(snapshot().byAddress().get(address));
    }

    @Override
    public Optional<MailingList> find(long id) {
        return Optional.ofNullable(snapshot().byId().get(id));
    }

    @Override
    public List<MailingList> all() {
        return snapshot().all();
    }

    @Override
    public MailingList add(ListSettings settings) {
        return write(handle -> insert(handle, settings)).orElseThrow(() -> new ListExistsException(settings.address()));
    }

    @Override
    public boolean addFirst(List<DeclaredList> declared) {
        return write(handle -> {
            boolean first =
                    handle.execute("insert into first_start (what) values ('lists') on conflict do nothing") > 0;
            if (first) {
                declared.forEach(list -> insert(handle, list.settings()).ifPresent(added -> {
                    setStewards(handle, added, Steward.OWNER, list.owners());
                    setStewards(handle, added, Steward.MODERATOR, list.moderators());
                    list.banned().forEach(it -> banning(handle, BAN, added, it));
                }));
            }
            return first;
        });
    }

    @Override
    public Optional<MailingList> change(ListSettings settings) {
        return write(handle -> row(
                        handle, settings, "select id, created_at from mailing_list where address = :address for update")
                .map(list -> choose(handle, list)));
    }

    @Override
    public boolean remove(ListAddress address) {
        return write(handle -> handle.createUpdate("delete from mailing_list where address = :address")
                        .bind("address", address.toString())
                        .execute())
                > 0;
    }

    @Override
    public Set<EmailAddress> stewards(MailingList list, Steward role) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select email from list_steward where list_id = :list and role = :role order by email")
                .bind("list", list.id())
                .bind("role", ListWords.word(role))
                .mapTo(String.class)
                .map(EmailAddress::new)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    @Override
    public void setStewards(MailingList list, Steward role, Set<EmailAddress> stewards) {
        jdbi.useTransaction(handle -> setStewards(handle, list, role, stewards));
    }

    @Override
    public long countMembers(MailingList list) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from subscription where list_id = :list")
                .bind("list", list.id())
                .mapTo(Long.class)
                .one());
    }

    @Override
    public Set<AddressPattern> banned(MailingList list) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select email from banned_sender where list_id = :list order by email")
                        .bind("list", list.id())
                        .mapTo(String.class)
                        .map(AddressPattern::new)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    @Override
    public boolean isBanned(MailingList list, EmailAddress address) {
        return jdbi.withHandle(handle -> handle
                .createQuery(MAY_BAN)
                .bind("list", list.id())
                .bind("email", address.key())
                .mapTo(String.class)
                .map(AddressPattern::new)
                .stream()
                .anyMatch(it -> it.matches(address)));
    }

    @Override
    public void ban(MailingList list, AddressPattern pattern) {
        jdbi.useHandle(handle -> banning(handle, BAN, list, pattern));
    }

    @Override
    public void unban(MailingList list, AddressPattern pattern) {
        jdbi.useHandle(handle -> banning(handle, UNBAN, list, pattern));
    }

    private Snapshot snapshot() {
        Snapshot known = snapshot;
        if (known != null && isFresh(known)) {
            return known;
        }
        synchronized (reading) {
            Snapshot readByAnother = snapshot;
            return readByAnother != null && isFresh(readByAnother) ? readByAnother : read();
        }
    }

    private boolean isFresh(Snapshot known) {
        return nanoClock.getAsLong() - known.readAt() < FRESH.toNanos();
    }

    private Snapshot read() {
        long now = nanoClock.getAsLong();
        List<MailingList> lists = jdbi.withHandle(handle ->
                handle.createQuery(LISTS).reduceRows(new LinkedHashMap<>(), JdbcMailingLists::collect).values().stream()
                        .toList());
        Snapshot read = Snapshot.of(lists, now);
        snapshot = read;
        return read;
    }

    private <R> R write(Function<Handle, R> statement) {
        try {
            return database.inTransaction(statement);
        } finally {
            synchronized (reading) { // after a read that began before the write
                snapshot = null;
            }
        }
    }

    private static Optional<MailingList> insert(Handle handle, ListSettings settings) {
        return row(handle, settings, INSERT).map(list -> choose(handle, list));
    }

    private static Optional<MailingList> row(Handle handle, ListSettings settings, String sql) {
        return handle.createQuery(sql)
                .bind("address", settings.address().toString())
                .map((row, context) -> new MailingList(row.getLong("id"), settings, createdAt(row)))
                .findOne();
    }

    private static MailingList choose(Handle handle, MailingList list) {
        handle.createUpdate("delete from list_setting where list_id = :list")
                .bind("list", list.id())
                .execute();
        Map<String, String> chosen = list.settings().written();
        handle.createUpdate(
                        "insert into list_setting (list_id, name, value) select :list, * from unnest(:names, :values)")
                .bind("list", list.id())
                .bindArray("names", String.class, chosen.keySet().toArray())
                .bindArray("values", String.class, chosen.values().toArray())
                .execute();
        return list;
    }

    private static void setStewards(Handle handle, MailingList list, Steward role, Set<EmailAddress> stewards) {
        handle.createUpdate("delete from list_steward where list_id = :list and role = :role")
                .bind("list", list.id())
                .bind("role", ListWords.word(role))
                .execute();
        handle.createUpdate("insert into list_steward (list_id, email, role) select :list, unnest(:emails), :role")
                .bind("list", list.id())
                .bindArray(
                        "emails",
                        String.class,
                        stewards.stream().map(EmailAddress::key).toArray())
                .bind("role", ListWords.word(role))
                .execute();
    }

    private static void banning(Handle handle, String sql, MailingList list, AddressPattern pattern) {
        handle.createUpdate(sql)
                .bind("list", list.id())
                .bind("email", pattern.text())
                .execute();
    }

    private static Map<Long, MailingList> collect(Map<Long, MailingList> lists, RowView row) {
        MailingList list = lists.computeIfAbsent(
                row.getColumn("id", Long.class),
                id -> new MailingList(
                        id,
                        ListSettings.of(ListAddress.of(row.getColumn("address", String.class))),
                        row.getColumn("created_at", Instant.class)));
        @Nullable String name = row.getColumn("name", String.class);
        if (name != null) {
            lists.put(list.id(), setting(list, name, row.getColumn("value", String.class)));
        }
        return lists;
    }

    private static MailingList setting(MailingList list, String name, String value) {
        try {
            return new MailingList(list.id(), list.settings().with(name, value), list.createdAt());
        } catch (IllegalArgumentException e) {
            LOGGER.warn("event=list-setting-unknown list={} setting={} reason=\"{}\"", list.id(), name, e.getMessage());
            return list; // written by a newer version: its standard is the safest there is
        }
    }

    private static Instant createdAt(ResultSet row) throws SQLException {
        return row.getTimestamp("created_at").toInstant();
    }

    private record Snapshot(
            Map<ListAddress, MailingList> byAddress, Map<Long, MailingList> byId, List<MailingList> all, long readAt) {
        static Snapshot of(List<MailingList> lists, long readAt) {
            return new Snapshot(
                    lists.stream().collect(Collectors.toUnmodifiableMap(MailingList::address, Function.identity())),
                    lists.stream().collect(Collectors.toUnmodifiableMap(MailingList::id, Function.identity())),
                    lists.stream()
                            .sorted(Comparator.comparing(list -> list.address().toString()))
                            .toList(),
                    readAt);
        }
    }
}
