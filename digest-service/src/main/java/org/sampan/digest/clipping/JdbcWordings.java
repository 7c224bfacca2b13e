package org.sampan.digest.clipping;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each source of a clipping said itself; kept only for clippings that have several. */
final class JdbcWordings {
    private static final String ORDER = " order by o.seen_at, o.source_url, o.item";

    private final JdbcClient database;
    private final JdbcClippingRows rows;

    JdbcWordings(JdbcClient database, JdbcClippingRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Keeps the text of a clipping met once, before another source joins it. */
    void keepOwn(Clipping clipping) {
        List<Item> items = items(clipping.id().value());
        if (items.size() == 1) {
            keep(URI.create(items.get(0).sourceUrl()), items.get(0).item(), clipping.story());
        }
    }

    void keep(URI source, String item, Story story) {
        rows.keepWording(source, item, story);
    }

    /** The source has changed its text. */
    void changed(Offer offer) {
        boolean kept = database.sql("select exists (select from clipping_wording where source_url = ? and item = ?)")
                .param(offer.origin().source().toString())
                .param(offer.item())
                .query(Boolean.class)
                .single();
        if (kept) {
            keep(offer.origin().source(), offer.item(), offer.story());
        }
    }

    /** Whether the clipping was first met as this item. */
    boolean isFirst(long clipping, Offer offer) {
        Item first = items(clipping).get(0);
        return first.sourceUrl().equals(offer.origin().source().toString())
                && first.item().equals(offer.item());
    }

    List<Wording> of(Clipping clipping) {
        return database.sql(JdbcClippingRows.ORIGINS + "where o.clipping_id = ?" + ORDER)
                .param(clipping.id().value())
                .query((row, number) -> {
                    Origin origin = JdbcClippingRows.origin(row);
                    String item = row.getString("item");
                    return new Wording(
                            origin, item, story(origin.source(), item).orElse(clipping.story()));
                })
                .list();
    }

    private Optional<Story> story(URI source, String item) {
        return database.sql("select * from clipping_wording where source_url = ? and item = ?")
                .param(source.toString())
                .param(item)
                .query((row, number) -> JdbcClippingRows.story(row))
                .optional();
    }

    private List<Item> items(long clipping) {
        return database.sql("select o.source_url, o.item from clipping_origin o where o.clipping_id = ?" + ORDER)
                .param(clipping)
                .query(Item.class)
                .list();
    }

    private record Item(String sourceUrl, String item) {}
}
