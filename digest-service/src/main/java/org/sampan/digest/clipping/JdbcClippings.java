package org.sampan.digest.clipping;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final JdbcClippingRows rows;
    private final JdbcLikeTexts likeTexts;
    private final JdbcWordings wordings;
    private final JdbcVersions versions;
    private final JdbcOffers offers;

    JdbcClippings(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.rows = new JdbcClippingRows(database);
        this.likeTexts = new JdbcLikeTexts(database);
        this.wordings = new JdbcWordings(database, rows);
        this.versions = new JdbcVersions(database);
        this.offers = new JdbcOffers(database, rows);
    }

    @Override
    public List<Reception> take(List<Offer> all) {
        Map<Offer, Sketch> news = offers.sketch(all);
        Map<Offer, Reception> taken = news.isEmpty()
                ? new HashMap<>()
                : Objects.requireNonNull(transaction.execute(status -> offers.take(news.values())));
        // The very same offer twice counts once.
        return all.stream()
                .map(offer -> Optional.ofNullable(taken.remove(offer)).orElse(Reception.UNCHANGED))
                .toList();
    }

    @Override
    public ClippingId add(Offer offer) {
        Sketch sketch = Sketch.of(offer, Fingerprint.of(offer.story()));
        return Objects.requireNonNull(transaction.execute(status -> offers.add(sketch)));
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
    public List<Clipping> page(ClippingFilter filter, Optional<ClippingId> after, int limit) {
        return rows.loadInOrder(JdbcFilter.page(database, filter, after, limit));
    }

    @Override
    public Map<ClippingState, Integer> count(ClippingFilter filter) {
        return JdbcFilter.count(database, filter);
    }

    @Override
    public Found find(ClippingFilter filter, Optional<ClippingId> after, int limit) {
        if (filter.words().isBlank()) {
            return new Found(page(filter, after, limit), count(filter));
        }
        Map<ClippingState, Integer> counts = JdbcFilter.noCounts();
        List<ClippingId> page = JdbcFilter.find(database, filter, after, limit, counts);
        return new Found(rows.loadInOrder(page), counts);
    }

    @Override
    public void noteUse(Collection<ClippingId> carried, Collection<ClippingId> free) {
        setUsed(true, carried);
        setUsed(false, free);
    }

    private void setUsed(boolean used, Collection<ClippingId> ids) {
        database.sql("update clipping set used = ? where id = any (?) and used <> ?")
                .param(used)
                .param(JdbcClippingRows.numbers(ids))
                .param(used)
                .update();
    }

    @Override
    public void noteShown(Collection<ClippingId> clippings, Instant at) {
        database.sql("update clipping set shown_at = ? where id = any (?) and shown_at is null")
                .param(Timestamp.from(at))
                .param(JdbcClippingRows.numbers(clippings))
                .update();
    }

    @Override
    public List<Clipping> shown(ClippingFilter filter, Optional<ClippingId> after, int limit) {
        return rows.loadInOrder(JdbcFilter.shown(database, filter, after, limit));
    }

    @Override
    public Map<ClippingId, Instant> latestShown(int limit) {
        Map<ClippingId, Instant> shown = new LinkedHashMap<>();
        database.sql("""
                        select id, shown_at from clipping where shown_at is not null and state <> 'taken-down'
                        order by shown_at desc, published_at desc, id desc limit ?""").param(limit).query(row -> {
            shown.put(new ClippingId(row.getLong(1)), row.getTimestamp(2).toInstant());
        });
        return shown;
    }

    @Override
    public Optional<Instant> shownSince(ClippingId id) {
        return database.sql(
                        "select shown_at from clipping where id = ? and state <> 'taken-down' and shown_at is not null")
                .param(id.value())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    @Override
    public int readWords(int most) {
        return rows.readWords(most);
    }

    @Override
    public Map<ClippingId, Clipping> loadBrief(Collection<ClippingId> ids) {
        return rows
                .selectBrief(
                        "where id = any (:ids) and state <> 'taken-down'",
                        statement -> statement.param("ids", JdbcClippingRows.numbers(ids)))
                .stream()
                .collect(Collectors.toMap(Clipping::id, clipping -> clipping));
    }

    @Override
    public List<Clipping> publishedBetween(Instant since, Instant until) {
        return rows.selectBrief(
                """
                where state in ('new', 'used') and published_at >= :since and published_at < :until
                order by published_at desc, id desc""",
                statement -> statement.param("since", Timestamp.from(since)).param("until", Timestamp.from(until)));
    }

    @Override
    public boolean change(ClippingId id, Story story, boolean omitted) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean says = find(id).filter(now -> now.story().equals(story)).isPresent();
            int changed = database.sql("update clipping set omitted = ?, edited = edited or ? where id = ?")
                    .param(omitted)
                    .param(!says)
                    .param(id.value())
                    .update();
            if (changed == 1) {
                rows.update(id, story);
            }
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
        if (!rows.isEdited(kept.value())) {
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
        likeTexts.keep(made, MinHash.of(SameStory.shingles(wording.story())).bands());
        if (!rows.isEdited(from.value())) {
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
    public Map<ClippingId, Clipping> versionsIn(Locale language, Collection<ClippingId> ids) {
        Map<ClippingId, ClippingId> known = versions.in(language, ids);
        Map<ClippingId, Clipping> loaded = load(known.values());
        return known.entrySet().stream()
                .filter(one -> loaded.containsKey(one.getValue()))
                .collect(
                        Collectors.toMap(Map.Entry::getKey, one -> Objects.requireNonNull(loaded.get(one.getValue()))));
    }

    @Override
    public Map<ClippingId, Long> documents(Collection<ClippingId> ids) {
        return versions.documents(ids);
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
