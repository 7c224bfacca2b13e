package org.sampan.digest.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.sampan.digest.desk.DeskScene;
import org.sampan.digest.portal.WebVisitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long pages of the desk take with 100,000 clippings, asked for over HTTP; in no build unless asked for (docs/performance.md). */
class InboxMeasurement {
    private static final int TIMES = 15;
    private static final List<String> CLIPPINGS = List.of("""
            insert into digest.clipping (title, title_key, kind, published_at, byline, outlet, language, country, topics,
                                         link, html, summary, collected_at, omitted)
            select 'Story number ' || g || ' of the river ferries', 'story ' || g,
                   (array['statement', 'news-clipping', 'activity', 'press-release'])[1 + g % 4],
                   timestamptz '2026-11-20' - g * interval '5 minutes', 'Malee Srisuk', 'The Delta Courier',
                   (array['en', 'th', 'my', 'km'])[1 + g % 4], (array['TH', 'MM', 'KH', 'VN'])[1 + g % 4], '{wages}',
                   'https://x.example/' || g, repeat('<p>Twelve crews of the river ferries asked for a day of rest.</p>', 20),
                   repeat('Twelve crews met. ', 15), now(), g % 9 = 0
            from generate_series(1, 100000) g""", """
            insert into digest.clipping_origin (source_url, item, clipping_id, link, guid, fingerprint, seen_at)
            select 'https://s' || (id % 200) || '.example/feed', id::text, id, link, id::text, 'x', collected_at
            from digest.clipping where id not in (select clipping_id from digest.clipping_origin)""", """
            insert into digest.clipping_words (clipping_id, words)
            select id, to_tsvector('simple', title || ' ' || summary) from digest.clipping on conflict do nothing""", "vacuum analyze");

    private final DeskScene scene = new DeskScene();

    @Test
    void pagesOfTheDesk() {
        JdbcClient database = scene.portal.service.bean(JdbcClient.class);
        CLIPPINGS.forEach(statement -> database.sql(statement).update());
        WebVisitor editor = scene.signedIn();
        List.of(
                        "/desk",
                        "/desk/inbox",
                        "/desk/inbox?state=all&kind=statement&country=TH",
                        "/desk/inbox?q=number+777",
                        "/desk/sources")
                .forEach(page -> System.out.println(page + " " + milliseconds(editor, page) + " ms"));
    }

    /** The middle one of several. */
    private static long milliseconds(WebVisitor editor, String page) {
        long[] taken = IntStream.range(0, TIMES)
                .mapToLong(time -> {
                    long begun = System.nanoTime();
                    editor.get(page);
                    return (System.nanoTime() - begun) / 1_000_000;
                })
                .toArray();
        assertThat(editor.status()).isEqualTo(200);
        return LongStream.of(taken).sorted().skip(TIMES / 2).findFirst().orElseThrow();
    }
}
