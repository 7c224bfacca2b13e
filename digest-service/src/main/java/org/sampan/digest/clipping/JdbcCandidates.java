package org.sampan.digest.clipping;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the clippings an offer may be the same story as, by one statement whose every part has its index. */
final class JdbcCandidates {
    private static final String SAME_ITEM_OR_TITLE_OR_TEXT = """
            where state <> 'taken-down' and id in (
              select id from clipping where link = :link
              union select clipping_id from clipping_origin where link = :link
              union select clipping_id from clipping_origin where guid = :guid
              union (select id from clipping where title_key = :title order by published_at desc limit 50)
              union (select b.clipping_id from clipping_band b join clipping c on c.id = b.clipping_id
                     join clipping_words w on w.clipping_id = c.id
                     where b.band = any (:bands) and c.published_at between :earliest and :latest
                     and split_part(c.language, '-', 1) = :language
                     and (w.least is null or :fewest <= (
                       select count(*) from unnest(w.least, cast(:least as bigint[])) as pair (one, other) where one = other))
                     group by b.clipping_id order by count(*) desc, b.clipping_id desc limit :most))
            order by id""";

    private static final String TAKEN_DOWN = """
            select t.clipping_id from takedown t where
              exists (select from clipping_origin o where o.clipping_id = t.clipping_id
                      and (o.link = cast(:link as text) or o.guid = cast(:guid as text)))
              or t.title_md5 = md5(cast(:title as text))
              or :many <= (select count(*) from unnest(t.least, cast(:least as bigint[])) as pair (one, other)
                           where one = other)
            limit 1""";

    /** Those that share most bands come first; texts that matter share more than the stray ones do. */
    private static final int MOST_LIKE_TEXTS = 20;

    private final JdbcClippingRows rows;

    JdbcCandidates(JdbcClippingRows rows) {
        this.rows = rows;
    }

    List<Clipping> of(Sketch sketch) {
        Offer offer = sketch.offer();
        Instant published = offer.story().publishedAt();
        return rows.select(
                SAME_ITEM_OR_TITLE_OR_TEXT,
                statement -> statement
                        .param("link", offer.story().link().map(URI::toString).orElse(null))
                        .param("guid", SameStory.globalGuid(offer.origin()).orElse(null))
                        .param("title", TitleKey.of(offer.story().title()).value())
                        .param("bands", sketch.bands())
                        .param("least", sketch.minHash().least())
                        .param("fewest", MinHash.FEWEST_SHARED)
                        .param("earliest", Timestamp.from(published.minus(SameStory.SAME_TEXT_WITHIN)))
                        .param("latest", Timestamp.from(published.plus(SameStory.SAME_TEXT_WITHIN)))
                        .param("language", offer.story().language().getLanguage())
                        .param("most", MOST_LIKE_TEXTS));
    }

    /** What was taken down is offered again, by the same source or another. */
    Optional<ClippingId> takenDown(JdbcClient database, Sketch sketch) {
        Offer offer = sketch.offer();
        TitleKey title = TitleKey.of(offer.story().title());
        return database.sql(TAKEN_DOWN)
                .param("link", offer.story().link().map(URI::toString).orElse(null))
                .param("guid", SameStory.globalGuid(offer.origin()).orElse(null))
                .param("title", title.isTelling() ? title.value() : null)
                .param("least", sketch.text().isTelling() ? sketch.minHash().least() : new Long[0])
                .param("many", MinHash.MANY_SHARED)
                .query((row, number) -> new ClippingId(row.getLong(1)))
                .optional();
    }
}
