package org.sampan.digest.portal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingFilter;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.EditionState;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.link.WatchedLink;
import org.sampan.digest.link.WatchedLinks;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailServerUnavailable;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What of the newsroom everybody may see: published editions and what they carry, and nothing else. */
@Component
final class Newsstand {
    private static final Logger LOGGER = LoggerFactory.getLogger(Newsstand.class);

    /** There are never more that are not published yet. */
    private static final int DRAFTS = 50;

    private final Editions editions;
    private final Clippings clippings;
    private final SeriesCatalogue catalogue;
    private final WatchedLinks links;
    private final MailServer mailServer;
    private final ZoneId zone;

    Newsstand(
            Editions editions,
            Clippings clippings,
            SeriesCatalogue catalogue,
            WatchedLinks links,
            MailServer mailServer,
            Settings settings) {
        this.editions = editions;
        this.clippings = clippings;
        this.catalogue = catalogue;
        this.links = links;
        this.mailServer = mailServer;
        this.zone = settings.web().timezone();
    }

    /** A story that a published edition carries. */
    Optional<Clipping> story(ClippingId id) {
        return clippings.shownSince(id).flatMap(since -> clippings.find(id));
    }

    Optional<Instant> shownSince(ClippingId id) {
        return clippings.shownSince(id);
    }

    /** Of the clippings those whose original is not where it was, with that address. */
    Map<ClippingId, WatchedLink> gone(Collection<ClippingId> ids) {
        return links.gone(ids);
    }

    /** Of a shelf's stories those that published editions carry, the latest shown first. */
    List<Clipping> shown(Shelf shelf, Optional<ClippingId> after, int limit) {
        return clippings.shown(shelf.filter(), after, limit);
    }

    /** Of all stories those that published editions carry, the latest shown first. */
    List<Clipping> shown(Optional<ClippingId> after, int limit) {
        return clippings.shown(ClippingFilter.ALL, after, limit);
    }

    /** The latest shown first, with when that was. */
    Map<ClippingId, Instant> latestShown(int limit) {
        return clippings.latestShown(limit);
    }

    /** The published editions that carry it. */
    List<EditionCard> editionsWith(ClippingId id) {
        return editions.carrying(List.of(id)).getOrDefault(id, List.of()).stream()
                .map(this::edition)
                .flatMap(Optional::stream)
                .map(edition -> EditionCard.of(edition, series(edition.id().series())))
                .toList();
    }

    Optional<Edition> edition(EditionId id) {
        return editions.find(id).filter(edition -> edition.state() == EditionState.PUBLISHED);
    }

    /** When something of it was taken down. */
    List<Instant> takedowns(EditionId id) {
        return editions.takedowns(id);
    }

    /** Newest first. */
    List<Edition> editions(Optional<String> series, int limit) {
        return editions.published(series, limit);
    }

    /** Newest first; nothing of their contents is read. */
    List<EditionCard> cards(Optional<String> series, int limit) {
        return editions.heads(series, limit + DRAFTS).stream()
                .filter(head -> head.state() == EditionState.PUBLISHED)
                .limit(limit)
                .map(head -> EditionCard.of(head, series(head.id().series())))
                .toList();
    }

    SeriesLink series(String slug) {
        return SeriesLink.of(catalogue, slug, zone);
    }

    boolean declares(String slug) {
        return openSeries().stream().anyMatch(series -> series.slug().equals(slug));
    }

    /** Those of public lists: of others strangers learn nothing. While nobody can say which lists are public, none. */
    List<SeriesLink> openSeries() {
        try {
            return mailServer.lists().stream()
                    .filter(MailingList::isPublic)
                    .flatMap(list -> seriesOf(list.address().name()).stream())
                    .toList();
        } catch (MailServerUnavailable away) {
            LOGGER.warn("event=mail-server-away page=series problem={}", away.getMessage());
            return List.of();
        }
    }

    List<SeriesLink> seriesOf(String list) {
        return catalogue.all().stream()
                .filter(series -> series.list().equals(list))
                .map(SeriesLink::of)
                .toList();
    }
}
