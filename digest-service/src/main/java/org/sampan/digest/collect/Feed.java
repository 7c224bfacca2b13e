package org.sampan.digest.collect;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A feed that could be read.
 *
 * @param older the page with what was published before, if it names one (RFC 5005)
 */
record Feed(String title, Optional<Locale> language, List<FeedItem> items, Optional<URI> older) {
    Feed(String title, Optional<Locale> language, List<FeedItem> items) {
        this(title, language, items, Optional.empty());
    }
}
