package org.sampan.digest.edit;

import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Snapshot;
import org.sampan.digest.clipping.Snapshots;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.clipping.Versions;
import org.sampan.digest.link.WatchedLinks;

/**
 * The ways back that traces use.
 *
 * @param untouched when this is taken back, nothing is left that the desk has changed
 */
record Past(Snapshots snapshots, Versions versions, WatchedLinks links, boolean untouched) {

    Snapshot with(Snapshot now, Story story, boolean omitted, boolean edited) {
        Snapshot back = new Snapshot(
                now.id(),
                story,
                omitted,
                edited,
                now.collectedAt(),
                now.items(),
                now.bands(),
                now.copies(),
                now.files());
        snapshots.restoreStory(back);
        return back;
    }

    boolean isStill(Snapshot made) {
        return snapshots.take(made.id()).filter(made::equals).isPresent();
    }

    /** What made {@code after} of {@code before}, and no other field. */
    boolean storyBack(ClippingId id, Story before, Story after) {
        return snapshots
                .take(id)
                .flatMap(now -> StoryFields.takenBack(now.story(), StoryFields.between(before, after))
                        .map(story -> with(now, story, now.omitted(), now.edited())))
                .isPresent();
    }

    boolean linksBack(Trace.Links links) {
        boolean still = versions.links(links.ids()).equals(links.after());
        if (still) {
            versions.restore(links.ids(), links.before());
        }
        return still;
    }
}
