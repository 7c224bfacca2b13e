package org.sampan.digest.desk.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.portal.PortalScene;
import org.sampan.digest.portal.WebVisitor;

/** How long the page of an edition with 1,000 items takes, asked for over HTTP; in no build unless asked for (docs/performance.md). */
class EditionMeasurement {
    private static final int TIMES = 15;
    private static final int ITEMS = 1_000;

    private final PortalScene scene = PortalScene.fresh();
    private final SceneDrafts drafts = new SceneDrafts(scene);

    @Test
    void pageOfALargeEdition() {
        Edition draft = drafts.carrying(drafts.collected("A quay of the long river, number ", ITEMS));
        WebVisitor editor = scene.signedIn(drafts.newEditor());
        String path = "/desk/editions/" + draft.id();
        List.of(path, path + "?page=12", path + "?measure=1")
                .forEach(page -> System.out.println(page + " " + milliseconds(editor, page) + " ms"));
    }

    /** The middle one of several, after as many. */
    private static long milliseconds(WebVisitor editor, String page) {
        IntStream.range(0, TIMES).forEach(time -> editor.get(page));
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
