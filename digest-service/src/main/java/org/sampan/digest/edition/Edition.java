package org.sampan.digest.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;

/**
 * A numbered edition of a series.
 *
 * @param introduction Markdown by the desk
 * @param datedAt the date its mail carries, fixed when it was compiled
 */
public record Edition(
        EditionId id,
        String title,
        Period period,
        Optional<String> introduction,
        List<Section> sections,
        EditionState state,
        Instant datedAt,
        Optional<Instant> sentAt,
        Optional<Instant> publishedAt) {

    public Edition {
        sections = List.copyOf(sections);
    }

    /** This edition with other contents. */
    public Edition withSections(List<Section> others) {
        return new Edition(id, title, period, introduction, others, state, datedAt, sentAt, publishedAt);
    }

    public Edition withTitle(String other) {
        return new Edition(id, other, period, introduction, sections, state, datedAt, sentAt, publishedAt);
    }

    public Edition withIntroduction(Optional<String> other) {
        return new Edition(id, title, period, other, sections, state, datedAt, sentAt, publishedAt);
    }

    public Set<ClippingId> clippingIds() {
        return sections.stream()
                .flatMap(section -> section.clippings().stream())
                .map(Clipping::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How many clippings it carries. */
    public int items() {
        return sections.stream().mapToInt(section -> section.clippings().size()).sum();
    }
}
