package org.sampan.digest.clipping;

import java.sql.Timestamp;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what an offer is to the clippings there are, and files it accordingly. */
final class JdbcOffers {
    /** Two offers at once must not both find that the story is new. */
    private static final long ONE_OFFER_AT_A_TIME = 0x636c69707065L;

    private final JdbcClient database;
    private final JdbcClippingRows rows;
    private final JdbcLikeTexts likeTexts;
    private final JdbcWordings wordings;
    private final JdbcVersions versions;
    private final SameStory sameStory = new SameStory();

    JdbcOffers(JdbcClient database, JdbcClippingRows rows) {
        this.database = database;
        this.rows = rows;
        this.likeTexts = new JdbcLikeTexts(database);
        this.wordings = new JdbcWordings(database, rows);
        this.versions = new JdbcVersions(database);
    }

    /** Within a transaction. */
    Reception take(Offer offer) {
        database.sql("select pg_advisory_xact_lock(?)")
                .param(ONE_OFFER_AT_A_TIME)
                .query(rowSet -> {});
        return knownItem(offer).map(known -> follow(known, offer)).orElseGet(() -> file(offer));
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
        if (!wordings.isFirst(known.clippingId(), offer) || rows.isEdited(known.clippingId())) {
            return Reception.UNCHANGED;
        }
        rows.update(new ClippingId(known.clippingId()), offer.story());
        return Reception.CHANGED;
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
        if (!rows.isEdited(known.id().value())) {
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
}
