package org.sampan.digest.clipping;

import java.net.URI;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds what offers are to the clippings there are, and files them accordingly. What takes the processor's time is done before
 * the lock is asked for; under it all offers together cost five questions, and a new story one statement more.
 */
final class JdbcOffers {
    /** Two offers at once must not both find that the story is new. */
    private static final long ONE_OFFER_AT_A_TIME = 0x636c69707065L;

    private final JdbcClient database;
    private final JdbcClippingRows rows;
    private final JdbcCandidates candidates;
    private final JdbcWordings wordings;
    private final JdbcVersions versions;
    private final SameStory sameStory = new SameStory();

    JdbcOffers(JdbcClient database, JdbcClippingRows rows) {
        this.database = database;
        this.rows = rows;
        this.candidates = new JdbcCandidates(database, rows);
        this.wordings = new JdbcWordings(database, rows);
        this.versions = new JdbcVersions(database);
    }

    private record Item(URI source, String item) {
        static Item of(Offer offer) {
            return new Item(offer.origin().source(), offer.item());
        }
    }

    private record Known(long clippingId, String fingerprint) {}

    /** Those that are new or have changed, in their order; mostly none. */
    Map<Offer, Sketch> sketch(List<Offer> offers) {
        Map<Item, Known> known = known(offers);
        Map<Offer, Sketch> news = new LinkedHashMap<>();
        for (Offer offer : offers) {
            String fingerprint = Fingerprint.of(offer.story());
            Known before = known.get(Item.of(offer));
            if (before == null || !before.fingerprint().equals(fingerprint)) {
                news.put(offer, Sketch.of(offer, fingerprint));
            }
        }
        return news;
    }

    private Map<Item, Known> known(Collection<Offer> offers) {
        Map<Item, Known> known = new HashMap<>();
        database.sql("""
                        select o.source_url, o.item, o.clipping_id, o.fingerprint
                        from unnest(cast(? as text[]), cast(? as text[])) as asked (source, item)
                        join clipping_origin o on o.source_url = asked.source and o.item = asked.item""")
                .param(offers.stream()
                        .map(offer -> offer.origin().source().toString())
                        .toArray(String[]::new))
                .param(offers.stream().map(Offer::item).toArray(String[]::new))
                .query(row -> {
                    known.put(
                            new Item(URI.create(row.getString(1)), row.getString(2)),
                            new Known(row.getLong(3), row.getString(4)));
                });
        return known;
    }

    /** Within a transaction. */
    Map<Offer, Reception> take(Collection<Sketch> sketches) {
        lock();
        Map<Item, Known> known = known(sketches.stream().map(Sketch::offer).toList());
        List<Sketch> unknown = sketches.stream()
                .filter(sketch -> !known.containsKey(Item.of(sketch.offer())))
                .toList();
        Map<Offer, ClippingId> takenDown = candidates.takenDown(unknown);
        Candidates alike = candidates.of(unknown);
        Map<Offer, Reception> taken = new HashMap<>();
        for (Sketch sketch : sketches) {
            Item item = Item.of(sketch.offer());
            Known before = known.get(item);
            if (before == null) {
                Filed filed = Optional.ofNullable(takenDown.get(sketch.offer()))
                        .map(id -> keepAway(id, sketch))
                        .orElseGet(() -> file(sketch, alike));
                taken.put(sketch.offer(), filed.reception());
                known.put(item, new Known(filed.clipping().value(), sketch.fingerprint()));
            } else {
                taken.put(sketch.offer(), follow(before, sketch));
            }
        }
        return taken;
    }

    private void lock() {
        database.sql("select pg_advisory_xact_lock(?)")
                .param(ONE_OFFER_AT_A_TIME)
                .query(rowSet -> {});
    }

    /** Within a transaction. */
    ClippingId add(Sketch sketch) {
        lock();
        Known known = known(List.of(sketch.offer())).get(Item.of(sketch.offer()));
        return known == null ? rows.insert(sketch).id() : new ClippingId(known.clippingId());
    }

    private Reception follow(Known known, Sketch sketch) {
        Offer offer = sketch.offer();
        if (known.fingerprint().equals(sketch.fingerprint())) {
            return Reception.UNCHANGED;
        }
        database.sql("""
                        update clipping_origin o set fingerprint = ?,
                          original = case when not exists (select from takedown t where t.clipping_id = o.clipping_id)
                                          then cast(? as text) end
                        where source_url = ? and item = ?""")
                .param(sketch.fingerprint())
                .param(offer.origin().original().orElse(null))
                .param(offer.origin().source().toString())
                .param(offer.item())
                .update();
        wordings.changed(offer);
        if (!wordings.isFirst(known.clippingId(), offer) || rows.isEdited(known.clippingId())) {
            return Reception.UNCHANGED;
        }
        rows.update(new ClippingId(known.clippingId()), offer.story());
        return Reception.CHANGED;
    }

    private record Filed(Reception reception, ClippingId clipping) {}

    private Filed keepAway(ClippingId takenDown, Sketch sketch) {
        keepOrigin(takenDown, sketch);
        return new Filed(Reception.UNCHANGED, takenDown);
    }

    private Filed file(Sketch sketch, Candidates alike) {
        Optional<Clipping> translated = Optional.empty();
        for (Clipping candidate : alike.of(sketch.offer())) {
            switch (sameStory.relation(sketch.offer(), sketch.text(), candidate)) {
                case SAME -> {
                    alike.changed(join(candidate, sketch));
                    return new Filed(Reception.MERGED, candidate.id());
                }
                case TRANSLATION -> translated = Optional.of(candidate);
                case OTHER -> {}
            }
        }
        Clipping made = rows.insert(sketch);
        alike.made(made);
        translated.ifPresent(original -> versions.link(original.id(), made.id()));
        return new Filed(Reception.NEW, made.id());
    }

    /** What the clipping is now. */
    private Clipping join(Clipping known, Sketch sketch) {
        Offer offer = sketch.offer();
        wordings.keepOwn(known);
        if (!rows.isEdited(known.id().value())) {
            rows.update(known.id(), known.story().completedBy(offer.story()));
        }
        keepOrigin(known.id(), sketch);
        wordings.keep(offer.origin().source(), offer.item(), offer.story());
        return rows.load(List.of(known.id())).get(0);
    }

    private void keepOrigin(ClippingId id, Sketch sketch) {
        Origin origin = sketch.offer().origin();
        database.sql("""
                        insert into clipping_origin (source_url, item, clipping_id, link, guid, fingerprint, seen_at,
                                                     original)
                        values (:source, :item, :clipping, :link, :guid, :fingerprint, :seen,
                          case when not exists (select from takedown t where t.clipping_id = :clipping)
                               then cast(:original as text) end)""")
                .param("source", origin.source().toString())
                .param("item", sketch.offer().item())
                .param("clipping", id.value())
                .param("link", origin.link().map(URI::toString).orElse(null))
                .param("guid", origin.guid().orElse(null))
                .param("fingerprint", sketch.fingerprint())
                .param("seen", Timestamp.from(origin.seenAt()))
                .param("original", origin.original().orElse(null))
                .update();
    }
}
