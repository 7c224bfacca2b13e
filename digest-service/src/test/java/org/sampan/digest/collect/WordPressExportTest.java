package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordPressExportTest {
    @Test
    void emptyLinesPartParagraphsHoweverManyThereAre() throws Exception {
        String export = "<rss><item><title>Ferries</title>"
                + "<c:encoded xmlns:c='http://purl.org/rss/1.0/modules/content/'>They sail."
                + "\r\n".repeat(100_000) + "At dawn.</c:encoded></item></rss>";
        List<FeedItem> items = new ArrayList<>();

        WordPressExport.read(
                new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)), (line, item) -> items.add(item));

        assertThat(items).singleElement().extracting(FeedItem::html).isEqualTo("<p>They sail.</p><p>At dawn.</p>");
    }
}
