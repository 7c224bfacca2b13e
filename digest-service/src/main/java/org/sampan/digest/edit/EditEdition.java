package org.sampan.digest.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.Section;
import org.springframework.stereotype.Component;

/** Chooses, orders and introduces what an edition carries, as long as it has not been sent. */
@Component
public class EditEdition {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_INTRODUCTION = 20_000;

    private final Clippings clippings;
    private final Editions editions;

    EditEdition(Clippings clippings, Editions editions) {
        this.clippings = clippings;
        this.editions = editions;
    }

    /** One section as the desk wants it: the order counts, and what is not named is left out. */
    public record WantedSection(String kind, List<Long> items) {}

    /**
     * @param sections all of them, when present
     * @return the edition as it is now; empty when there is none
     * @throws BadEdit when it is sent already, or something asked for is unfit; nothing is changed then
     */
    public Optional<Edition> edit(EditionId id, List<Change> changes, Optional<List<WantedSection>> sections) {
        return editions.find(id).flatMap(edition -> {
            Edition changed = sections.map(wanted -> edition.withSections(sections(edition, wanted)))
                    .orElse(edition);
            for (Change change : changes) {
                changed = apply(changed, change);
            }
            if (!editions.change(changed)) {
                throw new BadEdit("state", "edition " + id + " is sent: nothing in it can be changed any more");
            }
            return editions.find(id);
        });
    }

    private static Edition apply(Edition edition, Change change) {
        return switch (change.field()) {
            case "title" -> edition.withTitle(limited(change, change.needed().strip(), LONGEST_TITLE));
            case "introduction" ->
                edition.withIntroduction(change.value()
                        .filter(text -> !text.isBlank())
                        .map(text -> limited(change, text, LONGEST_INTRODUCTION)));
            default -> throw new BadEdit(change.field(), "an edition has no field " + change.field() + " to change");
        };
    }

    private static String limited(Change change, String text, int longest) {
        if (text.length() > longest) {
            throw new BadEdit(change.field(), change.field() + " is longer than " + longest + " characters");
        }
        return text;
    }

    private List<Section> sections(Edition edition, List<WantedSection> wanted) {
        Set<Long> named = new HashSet<>();
        List<Section> sections = new ArrayList<>();
        for (WantedSection section : wanted) {
            Kind kind = Kind.of(section.kind())
                    .orElseThrow(() -> new BadEdit("sections", "no kind of clipping: " + section.kind()));
            for (Long item : section.items()) {
                if (!named.add(item)) {
                    throw new BadEdit("sections", "clipping " + item + " is named twice");
                }
            }
            if (!section.items().isEmpty()) {
                sections.add(new Section(kind, found(edition, section.items())));
            }
        }
        if (sections.isEmpty()) {
            throw new BadEdit("sections", "an edition carries at least one clipping");
        }
        return sections;
    }

    private List<Clipping> found(Edition edition, List<Long> items) {
        List<ClippingId> ids = items.stream().map(ClippingId::new).toList();
        Map<ClippingId, Clipping> known = clippings.load(ids);
        Set<ClippingId> own = edition.clippingIds();
        Set<ClippingId> carried = editions.carried(edition.id().series(), ids);
        List<Clipping> found = new ArrayList<>();
        for (ClippingId id : ids) {
            Clipping clipping = known.get(id);
            if (clipping == null) {
                throw new BadEdit("sections", "there is no clipping " + id);
            }
            if (carried.contains(id) && !own.contains(id)) {
                throw new BadEdit("sections", "clipping " + id + " is in another edition of this series");
            }
            found.add(clipping);
        }
        return found;
    }
}
