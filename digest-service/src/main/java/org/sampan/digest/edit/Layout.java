package org.sampan.digest.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.edit.EditionEdit.Way;
import org.sampan.digest.edition.Section;

/** The sections of a draft while they are being rearranged. What goes beyond an end stays there. */
final class Layout {
    private final Map<Kind, List<Clipping>> sections = new LinkedHashMap<>();

    Layout(List<Section> now) {
        now.forEach(section -> sections.put(section.kind(), new ArrayList<>(section.clippings())));
    }

    List<Section> sections() {
        return sections.entrySet().stream()
                .filter(section -> !section.getValue().isEmpty())
                .map(section -> new Section(section.getKey(), section.getValue()))
                .toList();
    }

    void move(ClippingId id, Way way) {
        List<Clipping> section = sections.get(sectionOf(id));
        if (section != null) {
            int from = indexIn(section, id);
            section.add(target(from, way, section.size()), section.remove(from));
        }
    }

    private static int target(int from, Way way, int size) {
        return switch (way) {
            case UP -> Math.max(0, from - 1);
            case DOWN -> Math.min(size - 1, from + 1);
            case TOP -> 0;
        };
    }

    void place(ClippingId id, Kind kind, int position) {
        Clipping clipping = takeOut(id);
        put(clipping, kind, position);
    }

    void add(Clipping clipping, Kind kind) {
        put(clipping, kind, Integer.MAX_VALUE);
    }

    private void put(Clipping clipping, Kind kind, int position) {
        List<Clipping> section = sections.computeIfAbsent(kind, it -> new ArrayList<>());
        section.add(Math.min(Math.max(0, position), section.size()), clipping);
    }

    Clipping takeOut(ClippingId id) {
        List<Clipping> section =
                Optional.ofNullable(sections.get(sectionOf(id))).orElseThrow();
        return section.remove(indexIn(section, id));
    }

    void moveSection(Kind kind, Way way) {
        List<Kind> order = new ArrayList<>(sections.keySet());
        int from = order.indexOf(kind);
        if (from < 0) {
            throw notThere("section " + kind.slug());
        }
        order.add(target(from, way, order.size()), order.remove(from));
        Map<Kind, List<Clipping>> old = new LinkedHashMap<>(sections);
        sections.clear();
        order.forEach(one -> sections.put(one, old.getOrDefault(one, List.of())));
    }

    private Kind sectionOf(ClippingId id) {
        return sections.entrySet().stream()
                .filter(section -> indexIn(section.getValue(), id) >= 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> notThere("clipping " + id));
    }

    private static int indexIn(List<Clipping> section, ClippingId id) {
        for (int index = 0; index < section.size(); index++) {
            if (section.get(index).id().equals(id)) {
                return index;
            }
        }
        return -1;
    }

    private static BadEdit notThere(String what) {
        return new BadEdit("sections", what + " is not in this edition any more");
    }
}
