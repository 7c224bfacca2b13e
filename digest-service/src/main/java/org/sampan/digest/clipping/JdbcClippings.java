package org.sampan.digest.clipping;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Clippings in PostgreSQL. */
@Repository
class JdbcClippings implements Clippings {
    /** Two offers at once must not both find that the story is new. */
    private static final long ONE_OFFER_AT_A_TIME = 0x636c69707065L;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final JdbcClippingRows rows;
    private final JdbcLikeTexts likeTexts;
    private final JdbcWordings wordings;
    private final JdbcVersions versions;
    private final SameStory sameStory = new SameStory();

    JdbcClippings(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.rows = new JdbcClippingRows(database);
        this.likeTexts = new JdbcLikeTexts(database);
        this.wordings = new JdbcWordings(database, rows);
        this.versions = new JdbcVersions(database);
    }

    @Override
    public Reception take(Offer offer) {
        return transaction.execute(status -> {
            database.sql("select pg_advisory_xact_lock(?)")
                    .param(ONE_OFFER_AT_A_TIME)
                    .query(rowSet -> {});
            return knownItem(offer).map(known -> follow(known, offer)).orElseGet(() -> file(offer));
        });
    }

    private record KnownItem(long clippingId, String fingerprint) {}

    private Optional<KnownItem> knownItem(Offer offer) {
        return database.sql("select clipping_id, fingerprint from clipping_origin where source_url = ? and item = ?")
                .param(offer.origin().source().toString())
                .param(offer.item())
                .query(KnownItem.class)
                .optional();
    }

    private Reception follow(KnownItem known, Offer offer) {
        String fingerprint = Fingerprint.of(offer.story());
        if (known.fingerprint().equals(fingerprint)) {
            return Reception.UNCHANGED;
        }
        database.sql("update clipping_origin set fingerprint = ? where source_url = ? and item = ?")
                .param(fingerprint)
                .param(offer.origin().source().toString())
                .param(offer.item())
                .update();
        wordings.changed(offer);
        if (!wordings.isFirst(known.clippingId(), offer) || isEdited(known.clippingId())) {
            return Reception.UNCHANGED;
        }
        rows.update(new ClippingId(known.clippingId()), offer.story());
        return Reception.CHANGED;
    }

    private boolean isEdited(long clipping) {
        return database.sql("select edited from clipping where id = ?")
                .param(clipping)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    private Reception file(Offer offer) {
        Shingles text = SameStory.shingles(offer.story());
        long[] bands = MinHash.bands(text);
        Optional<Clipping> translated = Optional.empty();
        for (Clipping candidate : candidates(offer, bands)) {
            switch (sameStory.relation(offer, text, candidate)) {
                case SAME -> {
                    return join(candidate, offer);
                }
                case TRANSLATION -> translated = Optional.of(candidate);
                case OTHER -> {}
            }
        }
        ClippingId made = rows.insert(offer);
        keepOrigin(made, offer);
        likeTexts.keep(made, bands);
        translated.ifPresent(original -> versions.link(original.id(), made));
        return Reception.NEW;
    }

    private Reception join(Clipping known, Offer offer) {
        wordings.keepOwn(known);
        if (!isEdited(known.id().value())) {
            rows.update(known.id(), known.story().completedBy(offer.story()));
        }
        keepOrigin(known.id(), offer);
        wordings.keep(offer.origin().source(), offer.item(), offer.story());
        return Reception.MERGED;
    }

    private List<Clipping> candidates(Offer offer, long[] bands) {
        Set<ClippingId> ids = new LinkedHashSet<>();
        offer.story().link().ifPresent(link -> {
            ids.addAll(ids("select id from clipping where link = ?", link.toString()));
            ids.addAll(ids("select clipping_id from clipping_origin where link = ?", link.toString()));
        });
        SameStory.globalGuid(offer.origin())
                .ifPresent(guid -> ids.addAll(ids("select clipping_id from clipping_origin where guid = ?", guid)));
        ids.addAll(ids(
                "select id from clipping where title_key = ? order by published_at desc limit 50",
                TitleKey.of(offer.story().title()).value()));
        ids.addAll(likeTexts.find(bands));
        return rows.load(ids);
    }

    private List<ClippingId> ids(String sql, String value) {
        return database.sql(sql)
                .param(value)
                .query((row, number) -> new ClippingId(row.getLong(1)))
                .list();
    }

    private void keepOrigin(ClippingId id, Offer offer) {
        database.sql("""
                        insert into clipping_origin (source_url, item, clipping_id, link, guid, fingerprint, seen_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .param(offer.origin().source().toString())
                .param(offer.item())
                .param(id.value())
                .param(offer.origin().link().map(Object::toString).orElse(null))
                .param(offer.origin().guid().orElse(null))
                .param(Fingerprint.of(offer.story()))
                .param(Timestamp.from(offer.origin().seenAt()))
                .update();
    }

    @Override
    public Optional<Clipping> find(ClippingId id) {
        return rows.load(Set.of(id)).stream().findFirst();
    }

    @Override
    public Optional<ClippingId> findItem(URI source, String item) {
        return database.sql("select clipping_id from clipping_origin where source_url = ? and item = ?")
                .param(source.toString())
                .param(item)
                .query((row, number) -> new ClippingId(row.getLong(1)))
                .optional();
    }

    @Override
    public Map<ClippingId, Clipping> load(Collection<ClippingId> ids) {
        return rows.load(ids).stream().collect(Collectors.toMap(Clipping::id, clipping -> clipping));
    }

    @Override
    public List<Clipping> page(Optional<ClippingId> after, int limit) {
        return rows.select(
                """
                where cast(:after as bigint) is null
                   or (published_at, id) < (select published_at, id from clipping where id = :after)
                order by published_at desc, id desc limit :limit""",
                statement -> statement
                        .param("after", after.map(ClippingId::value).orElse(null))
                        .param("limit", limit));
    }

    @Override
    public List<Clipping> publishedBetween(Instant since, Instant until) {
        return rows.select(
                """
                where not omitted and published_at >= :since and published_at < :until
                order by published_at desc, id desc""",
                statement -> statement.param("since", Timestamp.from(since)).param("until", Timestamp.from(until)));
    }

    @Override
    public boolean change(ClippingId id, Story story, boolean omitted) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            int changed = database.sql("update clipping set omitted = ?, edited = true where id = ?")
                    .param(omitted)
                    .param(id.value())
                    .update();
            rows.update(id, story);
            return changed == 1;
        }));
    }

    @Override
    public List<Wording> wordings(ClippingId id) {
        return find(id).map(wordings::of).orElse(List.of());
    }

    @Override
    public Merging merge(ClippingId kept, ClippingId other) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> merged(kept, other)));
        } catch (DataIntegrityViolationException carried) {
            return Merging.IN_EDITION;
        }
    }

    private Merging merged(ClippingId kept, ClippingId other) {
        Optional<Clipping> one = find(kept);
        Optional<Clipping> two = find(other);
        if (one.isEmpty() || two.isEmpty() || kept.equals(other)) {
            return Merging.NOTHING_TO_MERGE;
        }
        wordings.keepOwn(one.get());
        wordings.keepOwn(two.get());
        move("update clipping_origin set clipping_id = ? where clipping_id = ?", kept, other);
        likeTexts.moveTo(kept, other);
        move("update saved_copy set clipping_id = ? where clipping_id = ?", kept, other);
        move("update clipping_file set clipping_id = ? where clipping_id = ?", kept, other);
        database.sql("delete from clipping where id = ?").param(other.value()).update();
        if (!isEdited(kept.value())) {
            rows.update(kept, one.get().story().completedBy(two.get().story()));
        }
        return Merging.MERGED;
    }

    private void move(String sql, ClippingId to, ClippingId from) {
        database.sql(sql).param(to.value()).param(from.value()).update();
    }

    @Override
    public Optional<ClippingId> split(ClippingId from, URI source, String item) {
        return Objects.requireNonNull(transaction.execute(status -> wordings(from).stream()
                .filter(wording -> wording.origin().source().equals(source)
                        && wording.item().equals(item))
                .findFirst()
                .filter(wording -> wordings(from).size() > 1)
                .map(wording -> separate(from, wording))));
    }

    private ClippingId separate(ClippingId from, Wording wording) {
        Offer offer = new Offer(wording.story(), wording.origin(), wording.item());
        ClippingId made = rows.insert(offer);
        database.sql("update clipping_origin set clipping_id = ? where source_url = ? and item = ?")
                .param(made.value())
                .param(wording.origin().source().toString())
                .param(wording.item())
                .update();
        likeTexts.keep(made, MinHash.bands(SameStory.shingles(wording.story())));
        if (!isEdited(from.value())) {
            rows.update(from, wordings(from).get(0).story());
        }
        return made;
    }

    @Override
    public List<Clipping> versions(ClippingId id) {
        return rows.load(versions.of(id)).stream()
                .sorted(Comparator.comparing(one -> one.story().language().toLanguageTag()))
                .toList();
    }

    @Override
    public boolean linkVersions(ClippingId one, ClippingId other) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean both = rows.load(Set.of(one, other)).size() == 2;
            if (both) {
                versions.link(one, other);
            }
            return both;
        }));
    }

    @Override
    public void unlinkVersion(ClippingId id) {
        versions.unlink(id);
    }
}
