package org.sampan.digest.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.edit.EditionEdit.WantedSection;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.OwnWords;
import org.sampan.digest.edition.Section;
import org.sampan.digest.edition.Translation;
import org.springframework.stereotype.Component;

/** What an edit makes of a draft, and what cannot be. */
@Component
final class EditionChanges {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_INTRODUCTION = 20_000;
    private static final int LONGEST_WORDS = 4_000;
    private static final String SECTIONS = "sections";

    private final Clippings clippings;
    private final Editions editions;

    EditionChanges(Clippings clippings, Editions editions) {
        this.clippings = clippings;
        this.editions = editions;
    }

    Edition apply(Edition draft, List<EditionEdit> edits) {
        Edition changed = draft;
        for (EditionEdit edit : edits) {
            changed = apply(changed, edit);
        }
        return changed;
    }

    private Edition apply(Edition draft, EditionEdit edit) {
        if (edit instanceof EditionEdit.Title title) {
            return draft.withTitle(needed("title", limited("title", title.text(), LONGEST_TITLE)));
        }
        if (edit instanceof EditionEdit.Introduction introduction) {
            return draft.withIntroduction(present(limited("introduction", introduction.text(), LONGEST_INTRODUCTION)));
        }
        if (edit instanceof EditionEdit.Translate translate) {
            return draft.withTranslation(new Translation(
                    translate.language(),
                    limited("translations", translate.title(), LONGEST_TITLE),
                    limited("translations", translate.introduction(), LONGEST_INTRODUCTION),
                    draft.originalWords()));
        }
        if (edit instanceof EditionEdit.Reword reword) {
            if (clippings.find(reword.clipping()).isEmpty()) {
                throw new BadEdit("words", "there is no clipping " + reword.clipping());
            }
            return draft.withOwnWords(
                    reword.clipping(),
                    new OwnWords(
                            limited("words", reword.title(), LONGEST_TITLE),
                            limited("words", reword.text(), LONGEST_WORDS)));
        }
        return draft.withSections(sections(draft, edit));
    }

    private List<Section> sections(Edition draft, EditionEdit edit) {
        if (edit instanceof EditionEdit.Arrange arrange) {
            return arranged(draft, arrange.sections());
        }
        if (edit instanceof EditionEdit.Move move) {
            return laidOut(draft, layout -> layout.move(move.clipping(), move.way()));
        }
        if (edit instanceof EditionEdit.Place place) {
            return laidOut(draft, layout -> layout.place(place.clipping(), place.section(), place.position()));
        }
        if (edit instanceof EditionEdit.MoveSection move) {
            return laidOut(draft, layout -> layout.moveSection(move.section(), move.way()));
        }
        if (edit instanceof EditionEdit.TakeOut takeOut) {
            return laidOut(draft, layout -> layout.takeOut(takeOut.clipping()));
        }
        EditionEdit.Add add = (EditionEdit.Add) edit;
        if (draft.clippingIds().contains(add.clipping())) {
            return draft.sections();
        }
        Clipping clipping = found(draft, List.of(add.clipping().value())).get(0);
        return laidOut(
                draft,
                layout -> layout.add(
                        clipping, add.section().orElse(clipping.story().kind())));
    }

    private static List<Section> laidOut(Edition draft, Consumer<Layout> change) {
        Layout layout = new Layout(draft.sections());
        change.accept(layout);
        return notEmpty(layout.sections());
    }

    private static List<Section> notEmpty(List<Section> sections) {
        if (sections.isEmpty()) {
            throw new BadEdit(SECTIONS, "an edition carries at least one clipping");
        }
        return sections;
    }

    private List<Section> arranged(Edition edition, List<WantedSection> wanted) {
        Set<Long> named = new HashSet<>();
        List<Section> sections = new ArrayList<>();
        for (WantedSection section : wanted) {
            Kind kind = Kind.of(section.kind())
                    .orElseThrow(() -> new BadEdit(SECTIONS, "no kind of clipping: " + section.kind()));
            for (Long item : section.items()) {
                if (!named.add(item)) {
                    throw new BadEdit(SECTIONS, "clipping " + item + " is named twice");
                }
            }
            if (!section.items().isEmpty()) {
                sections.add(new Section(kind, found(edition, section.items())));
            }
        }
        return notEmpty(sections);
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
                throw new BadEdit(SECTIONS, "there is no clipping " + id);
            }
            if (carried.contains(id) && !own.contains(id)) {
                throw new BadEdit(
                        SECTIONS,
                        "clipping " + id + " is in this series already: in another edition, or in another language");
            }
            found.add(clipping);
        }
        return found;
    }

    private static String limited(String field, String text, int longest) {
        String plain = text.replace("\r\n", "\n").strip();
        if (plain.length() > longest) {
            throw new BadEdit(field, field + " is longer than " + longest + " characters");
        }
        return plain;
    }

    private static String needed(String field, String text) {
        if (text.isEmpty()) {
            throw new BadEdit(field, field + " must not be empty");
        }
        return text;
    }

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(it -> !it.isEmpty());
    }
}
