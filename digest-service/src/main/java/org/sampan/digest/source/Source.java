package org.sampan.digest.source;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.clipping.Kind;

/**
 * A feed the newsroom collects from.
 *
 * @param items how many items it has given so far
 */
public record Source(SourceId id, NewSource declared, Condition condition, Validators validators, int items) {

    /** A place that stories come from without being collected: a file, a page somebody clipped. */
    public static Source elsewhere(URI url, String name, Optional<Kind> kind) {
        return new Source(
                new SourceId(0), new NewSource(url, name, kind, Map.of()), Condition.UNTRIED, Validators.NONE, 0);
    }

    /** What it was declared as, and what its items are known by; see {@link #address()}. */
    public URI url() {
        return declared.url();
    }

    /** Where it is found now. */
    public URI address() {
        return condition.moved().map(Condition.Moved::to).orElse(declared.url());
    }

    public String name() {
        return declared.name();
    }

    public Optional<Kind> kind() {
        return declared.kind();
    }

    public Map<String, Kind> categories() {
        return declared.categories();
    }

    public SourceState state() {
        return condition.state();
    }
}
