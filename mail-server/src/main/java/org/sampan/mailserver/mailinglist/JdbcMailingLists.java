package org.sampan.mailserver.mailinglist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
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
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.mailinglist.ListSettings.Joining;
import org.sampan.mailserver.mailinglist.ListSettings.Posting;
import org.sampan.mailserver.mailinglist.ListSettings.Visibility;
import org.sampan.mailserver.storage.Database;

/**
 * The lists in PostgreSQL. They are few and asked for all the time, also for names that are none, so all of them are kept in
 * memory and read anew when older than {@link #FRESH}: what another node changes is seen that soon, what this one changes at once.
 */
public final class JdbcMailingLists implements MailingLists {
    static final Duration FRESH = Duration.ofSeconds(1);

    private static final String COLUMNS =
            "id, address, name, description, visibility, joining, posting, subject_tag, language, max_bytes, created_at";

    private static final String BAN =
            "insert into banned_sender (list_id, email) values (:list, :email) on conflict do nothing";
    private static final String UNBAN = "delete from banned_sender where list_id = :list and email = :email";

    private final Jdbi jdbi;
    private final LongSupplier nanoClock;
    private final Object reading = new Object();
    private volatile @Nullable Snapshot snapshot;

    @Inject
    public JdbcMailingLists(Database database) {
        this(database, System::nanoTime);
    }

    JdbcMailingLists(Database database, LongSupplier nanoClock) {
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
                    list.banned().forEach(sender -> banning(handle, BAN, added, sender));
                }));
            }
            return first;
        });
    }

    @Override
    public Optional<MailingList> change(ListSettings settings) {
        return write(handle -> settings(
                handle,
                settings,
                "update mailing_list set name = :name, description = :description,"
                        + " visibility = :visibility, joining = :joining, posting = :posting, subject_tag = :subjectTag,"
                        + " language = :language, max_bytes = :maxBytes where address = :address returning "
                        + COLUMNS));
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
    public Set<EmailAddress> banned(MailingList list) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select email from banned_sender where list_id = :list order by email")
                        .bind("list", list.id())
                        .mapTo(String.class)
                        .map(EmailAddress::new)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    @Override
    public boolean isBanned(MailingList list, EmailAddress sender) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from banned_sender where list_id = :list and email = :email)")
                .bind("list", list.id())
                .bind("email", sender.key())
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public void ban(MailingList list, EmailAddress sender) {
        jdbi.useHandle(handle -> banning(handle, BAN, list, sender));
    }

    @Override
    public void unban(MailingList list, EmailAddress sender) {
        jdbi.useHandle(handle -> banning(handle, UNBAN, list, sender));
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
        List<MailingList> lists =
                jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from mailing_list")
                        .map(JdbcMailingLists::mailingList)
                        .list());
        Snapshot read = Snapshot.of(lists, now);
        snapshot = read;
        return read;
    }

    private <R> R write(Function<Handle, R> statement) {
        try {
            return jdbi.inTransaction(statement::apply);
        } finally {
            synchronized (reading) { // after a read that began before the write
                snapshot = null;
            }
        }
    }

    private static Optional<MailingList> insert(Handle handle, ListSettings settings) {
        return settings(
                handle,
                settings,
                "insert into mailing_list (address, name, description, visibility, joining, posting, subject_tag, language,"
                        + " max_bytes) values (:address, :name, :description, :visibility, :joining, :posting,"
                        + " :subjectTag, :language, :maxBytes) on conflict do nothing returning " + COLUMNS);
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

    private static void banning(Handle handle, String sql, MailingList list, EmailAddress sender) {
        handle.createUpdate(sql)
                .bind("list", list.id())
                .bind("email", sender.key())
                .execute();
    }

    private static Optional<MailingList> settings(Handle handle, ListSettings settings, String sql) {
        return handle.createQuery(sql)
                .bind("address", settings.address().toString())
                .bind("name", settings.name())
                .bind("description", settings.description())
                .bind("visibility", ListWords.word(settings.visibility()))
                .bind("joining", ListWords.word(settings.joining()))
                .bind("posting", ListWords.word(settings.posting()))
                .bind("subjectTag", settings.subjectTag())
                .bind("language", settings.language())
                .bind("maxBytes", settings.maxBytes())
                .map(JdbcMailingLists::mailingList)
                .findOne();
    }

    private static MailingList mailingList(ResultSet row, StatementContext context) throws SQLException {
        ListSettings settings = new ListSettings(
                ListAddress.of(row.getString("address")),
                row.getString("name"),
                row.getString("description"),
                ListWords.choice(Visibility.class, "visibility", row.getString("visibility")),
                ListWords.choice(Joining.class, "joining", row.getString("joining")),
                ListWords.choice(Posting.class, "posting", row.getString("posting")),
                row.getString("subject_tag"),
                row.getString("language"),
                row.getLong("max_bytes"));
        return new MailingList(
                row.getLong("id"), settings, row.getTimestamp("created_at").toInstant());
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
