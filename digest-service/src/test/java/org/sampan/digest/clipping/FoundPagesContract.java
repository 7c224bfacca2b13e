package org.sampan.digest.clipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

interface FoundPagesContract {
    Instant NOON = Instant.parse("2026-11-28T05:00:00Z");
    String ALICE = "alice@harbour.example";
    SavedCopy PIER = page("https://pier.example/1", NOON);

    FoundPages pages();

    private static SavedCopy page(String url, Instant at) {
        return SavedCopy.of(URI.create(url), at, "text/html", url.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    default void pageIsHeldForWhoLookedAtItUntilTheNext() {
        FoundPages pages = pages();
        SavedCopy quay = page("https://quay.example/2", NOON.plusSeconds(60));
        pages.hold(PIER, ALICE, NOON.minusSeconds(1));
        assertThat(pages.held(ALICE, PIER.sha256()))
                .hasValueSatisfying(
                        held -> assertThat(held).usingRecursiveComparison().isEqualTo(PIER));
        assertThat(pages.held("bob@riverside.example", PIER.sha256())).isEmpty();

        pages.hold(quay, ALICE, NOON.minusSeconds(1));
        assertThat(pages.held(ALICE, PIER.sha256())).isEmpty();
        pages.forget(ALICE);
        assertThat(pages.held(ALICE, quay.sha256())).isEmpty();
    }

    @Test
    default void pageThatNobodyKeptIsForgotten() {
        FoundPages pages = pages();
        pages.hold(PIER, ALICE, NOON.minusSeconds(1));
        pages.hold(page("https://quay.example/2", NOON.plusSeconds(60)), "bob@riverside.example", NOON.plusSeconds(1));

        assertThat(pages.held(ALICE, PIER.sha256())).isEmpty();
    }
}
