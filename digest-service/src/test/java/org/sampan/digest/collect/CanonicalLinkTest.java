package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalLinkTest {
    private static final String BASE = "https://harbour.example/news/";

    @ParameterizedTest
    @CsvSource({
        "https://Harbour.Example:443/a?utm_source=feed&p=7#top, https://harbour.example/a?p=7",
        "http://harbour.example:80?fbclid=x, http://harbour.example/",
        "/?p=102, https://harbour.example/?p=102",
        "b/../c?gclid=1&mc_eid=2, https://harbour.example/news/c",
        "https://harbour.example:8443/a, https://harbour.example:8443/a",
        "https://harbour.example/ข่าว 1, https://harbour.example/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7%201"
    })
    void whatOnlyTellsWhoSentTheReaderIsLeftOut(String link, String canonical) {
        assertThat(CanonicalLink.of(link, BASE)).contains(URI.create(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.example", "https://", "http://%zz/"})
    void otherSchemesAndBrokenAddressesAreNone(String link) {
        assertThat(CanonicalLink.of(link, BASE)).isEmpty();
    }

    @Test
    void relativeLinkWithoutABaseIsNone() {
        assertThat(CanonicalLink.of("a", "not an address")).isEmpty();
    }
}
