package org.sampan.digest.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Snapshot;
import org.sampan.digest.clipping.Snapshots;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes a clipping by hand: from then on its sources no longer change its text. Each change stands in the journal. */
@Component
public class EditClipping {
    private static final String OMITTED = "omitted";
    private static final Set<String> FIELDS =
            Stream.concat(Stream.of(OMITTED), StoryFields.NAMES.stream()).collect(Collectors.toUnmodifiableSet());

    private final Clippings clippings;
    private final Snapshots snapshots;
    private final ClippingDeeds deeds;
    private final TransactionTemplate transaction;

    EditClipping(
            Clippings clippings, Snapshots snapshots, ClippingDeeds deeds, PlatformTransactionManager transactions) {
        this.clippings = clippings;
        this.snapshots = snapshots;
        this.deeds = deeds;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @return the clipping as it is now; empty when there is none
     * @throws BadEdit when a field is unknown or its value is unfit; nothing is changed then
     */
    public Optional<Clipping> edit(ClippingId id, List<Change> changes, Actor actor) {
        Changes wanted = Changes.typed(changes, FIELDS);
        wanted.optional("link", StoryFields::webLink, Optional.empty());
        return Objects.requireNonNull(transaction.execute(status -> {
            snapshots.take(id).ifPresent(before -> change(before, wanted, actor));
            return clippings.find(id);
        }));
    }

    private void change(Snapshot before, Changes wanted, Actor actor) {
        Story story = StoryFields.changed(before.story(), wanted);
        boolean omitted = wanted.needed(OMITTED, EditClipping::flag).orElse(before.omitted());
        Map<String, FieldChange> fields = StoryFields.between(before.story(), story);
        boolean moved = omitted != before.omitted();
        if (fields.isEmpty() && !moved) {
            return;
        }
        clippings.change(before.id(), story, omitted);
        if (fields.isEmpty()) {
            deeds.record(actor, before.id(), omitted ? OMITTED : "readmitted", "", new Trace.Omitted(omitted));
        } else {
            List<String> names = new ArrayList<>(fields.keySet());
            if (moved) {
                names.add(OMITTED);
            }
            deeds.record(
                    actor,
                    before.id(),
                    ClippingDeeds.EDITED,
                    String.join(", ", names),
                    new Trace.Edited(fields, Optional.of(omitted).filter(it -> moved), !before.edited()));
        }
    }

    private static Optional<Boolean> flag(String text) {
        return text.equals("true") || text.equals("false") ? Optional.of(text.equals("true")) : Optional.empty();
    }
}
