package org.sampan.digest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

interface BookmarksContract {
    URI HARBOUR = URI.create("https://harbour.example/feed/");

    /** None yet. */
    Bookmarks bookmarks();

    @Test
    default void lastOneOfASourceCounts() {
        Bookmarks bookmarks = bookmarks();
        Bookmark third = new Bookmark(3, Optional.of(HARBOUR.resolve("?paged=3")), false);
        Bookmark end = new Bookmark(4, Optional.empty(), true);

        bookmarks.put(HARBOUR, third);
        assertThat(bookmarks.find(HARBOUR)).contains(third);
        bookmarks.put(HARBOUR, end);
        assertThat(bookmarks.find(HARBOUR)).contains(end);
        assertThat(bookmarks.find(URI.create("https://riverside.example/feed"))).isEmpty();
    }
}
