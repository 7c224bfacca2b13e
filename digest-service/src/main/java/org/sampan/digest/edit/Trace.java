package org.sampan.digest.edit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Snapshot;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.clipping.Versions.Link;

/**
 * What a deed done to a clipping has left, as the journal keeps it. Each kind knows how to take exactly that back, and says
 * no, before anything that counts is changed, when something came over it since.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "trace")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Trace.Edited.class, name = "edited"),
    @JsonSubTypes.Type(value = Trace.Omitted.class, name = "omitted"),
    @JsonSubTypes.Type(value = Trace.Merged.class, name = "merged"),
    @JsonSubTypes.Type(value = Trace.Split.class, name = "split"),
    @JsonSubTypes.Type(value = Trace.Linked.class, name = "linked"),
    @JsonSubTypes.Type(value = Trace.Made.class, name = "made"),
    @JsonSubTypes.Type(value = Trace.Vouched.class, name = "vouched")
})
sealed interface Trace {

    /** False when it can no longer be; the transaction is to be rolled back then. */
    boolean takeBack(ClippingId id, Past past);

    /**
     * Fields were changed.
     *
     * @param first until then its source had changed it
     */
    record Edited(Map<String, FieldChange> fields, Optional<Boolean> omitted, boolean first) implements Trace {
        @Override
        public boolean takeBack(ClippingId id, Past past) {
            return past.snapshots()
                    .take(id)
                    .filter(now -> omitted.isEmpty() || omitted.get() == now.omitted())
                    .flatMap(now -> StoryFields.takenBack(now.story(), fields)
                            .map(story -> past.with(
                                    now,
                                    story,
                                    now.omitted() ^ omitted.isPresent(),
                                    now.edited() && !past.untouched())))
                    .isPresent();
        }
    }

    /** Left out, or taken in again. */
    record Omitted(boolean omitted) implements Trace {
        @Override
        public boolean takeBack(ClippingId id, Past past) {
            return past.snapshots()
                    .take(id)
                    .filter(now -> now.omitted() == omitted)
                    .map(now -> past.with(now, now.story(), !omitted, now.edited()))
                    .isPresent();
        }
    }

    /** {@code other} became part of {@code kept}, which said {@code after} then. */
    record Merged(Snapshot kept, Snapshot other, Story after, Links links) implements Trace {
        @Override
        public boolean takeBack(ClippingId id, Past past) {
            return past.snapshots().bringBack(other, kept)
                    && past.storyBack(kept.id(), kept.story(), after)
                    && past.linksBack(links);
        }
    }

    /** One of the clipping's origins became a clipping of its own. */
    record Split(Snapshot from, Story after, Snapshot made) implements Trace {
        @Override
        public boolean takeBack(ClippingId id, Past past) {
            return past.isStill(made)
                    && past.snapshots().dissolve(made, from.id())
                    && past.storyBack(from.id(), from.story(), after);
        }
    }

    /** Versions of documents hang together otherwise. */
    record Linked(Links links) implements Trace {
        @Override
        public boolean takeBack(ClippingId id, Past past) {
            return past.linksBack(links);
        }
    }

    /** The clipping was written. */
    record Made(Snapshot made) implements Trace {
        @Override
        public boolean takeBack(ClippingId id, Past past) {
            return past.isStill(made) && past.snapshots().remove(id);
        }
    }

    /** Its link was called fine. */
    record Vouched(URI url) implements Trace {
        @Override
        public boolean takeBack(ClippingId id, Past past) {
            return past.links().vouch(id, url, false);
        }
    }

    /** How {@code ids} hung together before and after. */
    record Links(List<ClippingId> ids, List<Link> before, List<Link> after) {}
}
