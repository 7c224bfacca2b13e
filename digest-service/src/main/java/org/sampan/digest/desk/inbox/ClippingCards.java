package org.sampan.digest.desk.inbox;

import java.util.List;
import java.util.Map;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Origin;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.clipping.Version;
import org.sampan.digest.clipping.Versions;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.SeriesCatalogue;
import org.springframework.stereotype.Component;

/** Makes cards of clippings: three queries, however many they are. */
@Component
final class ClippingCards {
    private final Versions versions;
    private final Editions editions;
    private final SeriesCatalogue catalogue;

    ClippingCards(Versions versions, Editions editions, SeriesCatalogue catalogue) {
        this.versions = versions;
        this.editions = editions;
        this.catalogue = catalogue;
    }

    List<ClippingCard> of(List<Clipping> clippings) {
        List<ClippingId> ids = clippings.stream().map(Clipping::id).toList();
        Map<ClippingId, List<Version>> translated = versions.of(ids);
        Map<ClippingId, List<EditionId>> carrying = editions.carrying(ids);
        return clippings.stream()
                .map(clipping -> card(
                        clipping,
                        translated.getOrDefault(clipping.id(), List.of()),
                        carrying.getOrDefault(clipping.id(), List.of())))
                .toList();
    }

    private ClippingCard card(Clipping clipping, List<Version> translated, List<EditionId> carrying) {
        Story story = clipping.story();
        return new ClippingCard(
                clipping.id().value(),
                story.title(),
                story.language(),
                story.kind().slug(),
                story.publishedAt(),
                story.outlet(),
                story.country(),
                story.summary(),
                clipping.state().slug(),
                (int) clipping.origins().stream().map(Origin::source).distinct().count(),
                translated.stream()
                        .filter(one -> !one.id().equals(clipping.id()))
                        .map(one -> new ClippingCard.VersionMark(one.id().value(), one.language(), one.stale()))
                        .toList(),
                carrying.stream().map(this::mark).toList(),
                "");
    }

    private ClippingCard.EditionMark mark(EditionId id) {
        return new ClippingCard.EditionMark(
                catalogue.find(id.series()).map(Series::name).orElse(id.series()), id.number(), "/desk/editions/" + id);
    }
}
