package org.sampan.digest.clipping;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Finds the clippings that offers may be the same stories as, for many offers by one statement whose every part has its
 * index. {@code offset 0} keeps PostgreSQL to the indexes while it knows nothing yet of tables that are being filled.
 */
final class JdbcCandidates {
    private static final String SAME_ITEM_OR_TITLE_OR_TEXT = """
            select distinct asked.place - 1 as place, found.id
            from unnest(cast(:links as text[]), cast(:guids as text[]), cast(:titles as text[]), cast(:languages as text[]),
                        cast(:earliest as timestamptz[]), cast(:latest as timestamptz[]), cast(:bands as text[]),
                        cast(:least as text[]))
              with ordinality as asked (link, guid, title, language, earliest, latest, bands, least, place),
            lateral (
              select id from clipping where link = asked.link
              union all select clipping_id from clipping_origin where link = asked.link
              union all select clipping_id from clipping_origin where guid = asked.guid
              union all (select id from clipping where title_key = asked.title order by published_at desc limit 50)
              union all (
                select alike.clipping_id from (
                  select same.clipping_id, count(*) as bands from unnest(cast(asked.bands as bigint[])) as mine (band),
                  lateral (select clipping_id from clipping_band b where b.band = mine.band offset 0) as same
                  group by same.clipping_id) as alike,
                lateral (
                  select w.least from clipping c join clipping_words w on w.clipping_id = c.id
                  where c.id = alike.clipping_id and c.published_at between asked.earliest and asked.latest
                  and split_part(c.language, '-', 1) = asked.language offset 0) as text
                where text.least is null or :fewest <= (
                  select count(*) from unnest(text.least, cast(asked.least as bigint[])) as pair (one, other)
                  where one = other)
                order by alike.bands desc, alike.clipping_id desc limit :most)
            ) as found (id) order by place, id""";

    private static final String TAKEN_DOWN = """
            select asked.place - 1 as place, t.clipping_id as id
            from unnest(cast(:links as text[]), cast(:guids as text[]), cast(:titles as text[]), cast(:least as text[]))
              with ordinality as asked (link, guid, title, least, place),
            takedown t where
              exists (select from clipping_origin o where o.clipping_id = t.clipping_id
                      and (o.link = asked.link or o.guid = asked.guid))
              or t.title_md5 = md5(asked.title)
              or :many <= (select count(*) from unnest(t.least, cast(asked.least as bigint[])) as pair (one, other)
                           where one = other)""";

    /** Those that share most bands come first; texts that matter share more than the stray ones do. */
    private static final int MOST_LIKE_TEXTS = 20;

    private final JdbcClient database;
    private final JdbcClippingRows rows;

    JdbcCandidates(JdbcClient database, JdbcClippingRows rows) {
        this.database = database;
        this.rows = rows;
    }

    Candidates of(List<Sketch> sketches) {
        Map<Offer, List<ClippingId>> found = new HashMap<>();
        Set<ClippingId> all = new HashSet<>();
        asking(SAME_ITEM_OR_TITLE_OR_TEXT, sketches)
                .param("titles", texts(sketches, it -> title(it).value()))
                .param("languages", texts(sketches, it -> story(it).language().getLanguage()))
                .param(
                        "earliest",
                        texts(
                                sketches,
                                it -> String.valueOf(story(it).publishedAt().minus(SameStory.SAME_TEXT_WITHIN))))
                .param(
                        "latest",
                        texts(
                                sketches,
                                it -> String.valueOf(story(it).publishedAt().plus(SameStory.SAME_TEXT_WITHIN))))
                .param("bands", texts(sketches, it -> array(it.bands())))
                .param("least", texts(sketches, it -> array(it.minHash().least())))
                .param("fewest", MinHash.FEWEST_SHARED)
                .param("most", MOST_LIKE_TEXTS)
                .query(row -> {
                    ClippingId id = new ClippingId(row.getLong("id"));
                    Offer offer = sketches.get(row.getInt("place")).offer();
                    found.computeIfAbsent(offer, it -> new ArrayList<>()).add(id);
                    all.add(id);
                });
        return new Candidates(found, rows.load(all));
    }

    /** What was taken down is offered again, by the same source or another. */
    Map<Offer, ClippingId> takenDown(List<Sketch> sketches) {
        Map<Offer, ClippingId> found = new HashMap<>();
        asking(TAKEN_DOWN, sketches)
                .param(
                        "titles",
                        texts(sketches, it -> title(it).isTelling() ? title(it).value() : null))
                .param(
                        "least",
                        texts(
                                sketches,
                                it -> it.text().isTelling() ? array(it.minHash().least()) : "{}"))
                .param("many", MinHash.MANY_SHARED)
                .query(row -> {
                    found.put(sketches.get(row.getInt("place")).offer(), new ClippingId(row.getLong("id")));
                });
        return found;
    }

    private StatementSpec asking(String sql, List<Sketch> sketches) {
        return database.sql(sql)
                .param(
                        "links",
                        texts(
                                sketches,
                                it -> story(it).link().map(URI::toString).orElse(null)))
                .param(
                        "guids",
                        texts(
                                sketches,
                                it -> SameStory.globalGuid(it.offer().origin()).orElse(null)));
    }

    private static String[] texts(List<Sketch> sketches, Function<Sketch, String> part) {
        return sketches.stream().map(part).toArray(String[]::new);
    }

    /** Texts may have different numbers of bands, which an array of arrays may not. */
    private static String array(Long[] numbers) {
        return Stream.of(numbers).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static Story story(Sketch sketch) {
        return sketch.offer().story();
    }

    private static TitleKey title(Sketch sketch) {
        return TitleKey.of(story(sketch).title());
    }
}
