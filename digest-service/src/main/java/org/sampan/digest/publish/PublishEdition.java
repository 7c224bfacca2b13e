package org.sampan.digest.publish;

import java.time.Instant;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.springframework.stereotype.Component;

/** Lets pages and feeds show an edition, which they take from {@link Editions#published}. A second time changes nothing. */
@Component
public class PublishEdition {
    private final Editions editions;

    PublishEdition(Editions editions) {
        this.editions = editions;
    }

    public void publish(EditionId id, Instant now) {
        editions.markPublished(id, now);
    }
}
