package org.sampan.digest.source;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.clipping.Kind;

/**
 * A source before it has a number.
 *
 * @param kind what an item is when its categories do not say
 * @param categories a category of the feed, lower case, to what its items are
 */
public record NewSource(URI url, String name, Optional<Kind> kind, Map<String, Kind> categories) {
    public NewSource {
        categories = Map.copyOf(categories);
    }
}
