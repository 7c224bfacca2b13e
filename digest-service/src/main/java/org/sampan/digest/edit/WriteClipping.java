package org.sampan.digest.edit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Offer;
import org.sampan.digest.clipping.Origin;
import org.sampan.digest.clipping.Snapshots;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.markdown.Excerpt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Clippings that an editor writes: of what no page shows, or what one says in another language. */
@Component
public class WriteClipping {
    /** Where they come from, for provenance. */
    public static final URI DESK = URI.create("urn:sampan:desk");

    /** As long as what is made of collected texts. */
    private static final Excerpt SUMMARY = new Excerpt(360);

    private final Clippings clippings;
    private final Snapshots snapshots;
    private final ClippingDeeds deeds;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WriteClipping(
            Clippings clippings,
            Snapshots snapshots,
            ClippingDeeds deeds,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.clippings = clippings;
        this.snapshots = snapshots;
        this.deeds = deeds;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Of nothing but what was typed; the very same once more is the same clipping.
     *
     * @throws BadEdit when a field is unfit; nothing is kept then
     */
    public ClippingId write(Story blank, List<Change> fields, Actor actor) {
        Story story = StoryFields.changed(blank, Changes.typed(fields, StoryFields.NAMES))
                .summarised(SUMMARY);
        return Objects.requireNonNull(transaction.execute(status -> keep(story, "written", "", actor)));
    }

    /**
     * What a clipping says, in another language: a version of it.
     *
     * @return empty when there is no such original
     * @throws BadEdit when a field is unfit; nothing is kept then
     */
    public Optional<ClippingId> translate(ClippingId original, List<Change> fields, Actor actor) {
        Changes typed = Changes.typed(fields, StoryFields.NAMES);
        return Objects.requireNonNull(transaction.execute(status -> clippings
                .find(original)
                .map(known -> {
                    Story story = StoryFields.changed(known.story(), typed).summarised(SUMMARY);
                    ClippingId made = keep(story, "translated", original.toString(), actor);
                    clippings.linkVersions(original, made);
                    return made;
                })));
    }

    /**
     * A story as an editor corrects it before it is kept.
     *
     * @throws BadEdit when a field is unfit
     */
    public Story corrected(Story found, List<Change> corrections) {
        return StoryFields.changed(found, Changes.typed(corrections, StoryFields.NAMES));
    }

    /**
     * Notes that an editor clipped a page, and makes the clipping say what the editor corrected in it.
     *
     * @param fetched when the page was
     * @return false when its story was there before: nothing is changed then
     */
    public boolean clipped(ClippingId id, Instant fetched, List<Change> corrections, Actor actor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Clipping> fresh = clippings
                    .find(id)
                    .filter(made ->
                            made.collectedAt().equals(fetched) && made.origins().size() == 1);
            fresh.ifPresent(made -> {
                Story story = corrected(made.story(), corrections);
                if (!story.equals(made.story())) {
                    clippings.change(id, story, false);
                }
                deeds.record(
                        actor,
                        id,
                        "clipped",
                        "",
                        new Trace.Made(snapshots.take(id).orElseThrow()));
            });
            return fresh.isPresent();
        }));
    }

    private ClippingId keep(Story story, String what, String detail, Actor actor) {
        String item = UUID.nameUUIDFromBytes((detail + story).getBytes(StandardCharsets.UTF_8))
                .toString();
        Optional<ClippingId> before = clippings.findItem(DESK, item);
        return before.orElseGet(() -> {
            Origin origin = new Origin(DESK, Optional.empty(), Optional.empty(), clock.instant());
            ClippingId made = clippings.add(new Offer(story, origin, item));
            Trace trace = new Trace.Made(snapshots.take(made).orElseThrow());
            deeds.record(actor, made, what, detail, trace);
            return made;
        });
    }
}
