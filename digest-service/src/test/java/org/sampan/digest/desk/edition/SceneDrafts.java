package org.sampan.digest.desk.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.clipping.Offer;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.NewEdition;
import org.sampan.digest.edition.Period;
import org.sampan.digest.edition.Section;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.fixture.Stories;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.newsroom.Editor;
import org.sampan.digest.newsroom.Editors;
import org.sampan.digest.portal.PortalScene;

/** Drafts in a portal scene, each of a day of its own. */
final class SceneDrafts {
    private static final AtomicInteger MADE = new AtomicInteger();

    private final PortalScene scene;

    SceneDrafts(PortalScene scene) {
        this.scene = scene;
    }

    String newEditor() {
        String email = scene.newMember();
        scene.service.bean(Editors.class).add(new Editor(new EmailAddress(email), "operator", Instant.EPOCH));
        return email;
    }

    private Clippings clippings() {
        return scene.service.bean(Clippings.class);
    }

    ClippingId collected(String title) {
        Instant day = Instant.parse("2026-09-01T00:00:00Z").plusSeconds(MADE.incrementAndGet() * 86_400L);
        Offer offer = Stories.offer(Stories.like(Stories.ferryWorkers(), title, day), Stories.HARBOUR);
        clippings().take(offer);
        return clippings().findItem(Stories.HARBOUR, offer.item()).orElseThrow();
    }

    /** Many at once, with numbers behind their titles. */
    ClippingId[] collected(String title, int count) {
        Instant day = Instant.parse("2026-08-01T00:00:00Z").minusSeconds(MADE.incrementAndGet() * 86_400L);
        List<Offer> offers = IntStream.range(0, count)
                .mapToObj(number -> Stories.offer(
                        Stories.like(Stories.ferryWorkers(), title + number, day.minusSeconds(number)),
                        Stories.HARBOUR))
                .toList();
        return offers.stream().map(offer -> clippings().add(offer)).toArray(ClippingId[]::new);
    }

    /** A draft that carries these, by a member of the secretariat long gone. */
    Edition carrying(ClippingId... carried) {
        return of("mekong-weekly", carried);
    }

    Edition of(String series, ClippingId... carried) {
        Instant until = Instant.parse("2026-10-01T00:00:00Z").plusSeconds(MADE.incrementAndGet() * 86_400L);
        Section news = new Section(
                Kind.NEWS_CLIPPING,
                List.of(carried).stream()
                        .map(id -> clippings().find(id).orElseThrow())
                        .toList());
        return scene.service
                .bean(Editions.class)
                .add(
                        new NewEdition(
                                scene.service
                                        .bean(SeriesCatalogue.class)
                                        .find(series)
                                        .orElseThrow(),
                                new Period(until.minusSeconds(3_600), until),
                                List.of(news),
                                until),
                        Optional.empty());
    }

    Edition now(Edition edition) {
        return scene.service.bean(Editions.class).find(edition.id()).orElseThrow();
    }

    List<Long> order(Edition edition) {
        return now(edition).clippings().map(clipping -> clipping.id().value()).toList();
    }
}
