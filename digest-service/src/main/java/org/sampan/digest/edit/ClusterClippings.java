package org.sampan.digest.edit;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Merging;
import org.sampan.digest.clipping.Snapshot;
import org.sampan.digest.clipping.Snapshots;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.clipping.Versions;
import org.sampan.digest.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Says that two clippings tell the same story, or that one tells two. Each time it stands in the journal. */
@Component
public class ClusterClippings {
    private final Clippings clippings;
    private final Snapshots snapshots;
    private final Versions versions;
    private final ClippingDeeds deeds;
    private final TransactionTemplate transaction;

    ClusterClippings(
            Clippings clippings,
            Snapshots snapshots,
            Versions versions,
            ClippingDeeds deeds,
            PlatformTransactionManager transactions) {
        this.clippings = clippings;
        this.snapshots = snapshots;
        this.versions = versions;
        this.deeds = deeds;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One clipping of two: {@code kept} has all origins, files and versions of {@code other}, which is gone. */
    public Merging merge(ClippingId kept, ClippingId other, Actor actor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (snapshots.isCarried(other)) {
                return Merging.IN_EDITION;
            }
            Optional<Snapshot> one = snapshots.take(kept);
            Optional<Snapshot> two = snapshots.take(other);
            return one.isPresent() && two.isPresent() ? merge(one.get(), two.get(), actor) : Merging.NOTHING_TO_MERGE;
        }));
    }

    private Merging merge(Snapshot kept, Snapshot other, Actor actor) {
        List<ClippingId> ids = LinkVersions.together(versions, kept.id(), other.id());
        List<Versions.Link> before = versions.links(ids);
        List<Clipping> translations = clippings.versions(other.id());
        Merging merging = clippings.merge(kept.id(), other.id());
        if (merging == Merging.MERGED) {
            translations.stream()
                    .map(Clipping::id)
                    .filter(translation -> !translation.equals(kept.id()))
                    .findFirst()
                    .ifPresent(translation -> clippings.linkVersions(kept.id(), translation));
            Trace.Links links = new Trace.Links(ids, before, versions.links(ids));
            Trace trace = new Trace.Merged(kept, other, story(kept.id()), links);
            deeds.record(actor, kept.id(), "merged", other.id().toString(), trace);
        }
        return merging;
    }

    /** A clipping of its own of what one source said; empty when {@code from} has no such item, or nothing else. */
    public Optional<ClippingId> split(ClippingId from, URI source, String item, Actor actor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Snapshot> before = snapshots.take(from);
            Optional<ClippingId> made = clippings.split(from, source, item);
            made.ifPresent(id -> {
                Snapshot fresh = snapshots.take(id).orElseThrow();
                Trace trace = new Trace.Split(before.orElseThrow(), story(from), fresh);
                deeds.record(actor, from, "split", id.toString(), trace);
            });
            return made;
        }));
    }

    private Story story(ClippingId id) {
        return snapshots.take(id).orElseThrow().story();
    }
}
