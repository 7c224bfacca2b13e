package org.sampan.digest.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Kept in PostgreSQL. */
@Repository
class JdbcJournal implements Journal {
    /** What was done to an edition or a statement before it went to readers stays: its mails have it. */
    private static final String DEEDS = "select deed.*, exists (select 1 from deed later where later.kind = deed.kind"
            + " and later.key = deed.key and later.id > deed.id and later.finality = 'mailed'"
            + " and later.what in ('sent', 'released')) as sent from deed";

    private final JdbcClient database;

    JdbcJournal(JdbcClient database) {
        this.database = database;
    }

    @Override
    public DeedId record(NewDeed deed, Instant at) {
        return new DeedId(database.sql("insert into deed (at, actor, kind, key, what, detail, before, finality)"
                        + " values (:at, :actor, :kind, :key, :what, :detail, :before, :finality) returning id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", deed.actor().name())
                .param("kind", deed.subject().kind())
                .param("key", deed.subject().key())
                .param("what", deed.what())
                .param("detail", deed.detail())
                .param("before", deed.before().orElse(null))
                .param("finality", deed.finality().map(Finality::word).orElse(null))
                .query(Long.class)
                .single());
    }

    @Override
    public Optional<Deed> find(DeedId id) {
        return database.sql(DEEDS + " where id = :id")
                .param("id", id.value())
                .query(JdbcJournal::deed)
                .optional();
    }

    @Override
    public List<Deed> of(Subject subject, int limit) {
        return database.sql(DEEDS + " where kind = :kind and key = :key order by id desc limit :limit")
                .param("kind", subject.kind())
                .param("key", subject.key())
                .param("limit", limit)
                .query(JdbcJournal::deed)
                .list();
    }

    @Override
    public Optional<Deed> latest(String kind, Collection<String> keys) {
        return database.sql(DEEDS + " where kind = :kind and key = any (:keys) order by id desc limit 1")
                .param("kind", kind)
                .param("keys", keys.toArray(String[]::new))
                .query(JdbcJournal::deed)
                .optional();
    }

    @Override
    public List<Deed> page(Optional<DeedId> before, int limit) {
        return database.sql(DEEDS + " where id < :before order by id desc limit :limit")
                .param("before", before.map(DeedId::value).orElse(Long.MAX_VALUE))
                .param("limit", limit)
                .query(JdbcJournal::deed)
                .list();
    }

    @Override
    public boolean markUndone(DeedId undone, DeedId by) {
        return database.sql("update deed set undone_by = :by where id = :id and undone_by is null")
                        .param("by", by.value())
                        .param("id", undone.value())
                        .update()
                == 1;
    }

    @Override
    public void forgetBefore(Subject subject) {
        database.sql("update deed set before = null, finality = coalesce(finality, :deleted)"
                        + " where kind = :kind and key = :key")
                .param("kind", subject.kind())
                .param("key", subject.key())
                .param("deleted", Finality.DELETED.word())
                .update();
    }

    private static Optional<Finality> finality(ResultSet row) throws SQLException {
        String word = row.getString("finality");
        return Arrays.stream(Finality.values())
                .filter(one -> one.word().equals(word))
                .findFirst();
    }

    private static Deed deed(ResultSet row, int number) throws SQLException {
        row.getLong("undone_by");
        boolean undone = !row.wasNull();
        return new Deed(
                new DeedId(row.getLong("id")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new NewDeed(
                        new Actor(row.getString("actor")),
                        new Subject(row.getString("kind"), row.getString("key")),
                        row.getString("what"),
                        row.getString("detail"),
                        Optional.ofNullable(row.getString("before")),
                        finality(row)),
                undone,
                row.getBoolean("sent"));
    }
}
