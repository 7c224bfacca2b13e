package org.sampan.digest.desk;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.link.LinkFinding;
import org.sampan.digest.link.Loss;
import org.sampan.digest.link.WatchedLink;
import org.sampan.digest.link.WatchedLinks;

/** Stories that readers may see and whose original is not where it was. */
public final class LostStories {
    private static final Instant SHOWN = Instant.parse("2026-03-02T01:00:00Z");
    private static final List<Duration> PAUSES = List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

    private LostStories() {}

    public static ClippingId gone(DeskScene desk, String title) {
        return lost(desk, title, new LinkFinding.Gone(Loss.NOT_FOUND));
    }

    public static ClippingId moved(DeskScene desk, String title, URI to) {
        return lost(desk, title, new LinkFinding.Moved(to));
    }

    private static ClippingId lost(DeskScene desk, String title, LinkFinding finding) {
        WatchedLinks links = desk.portal.service.bean(WatchedLinks.class);
        ClippingId id = desk.keep(title);
        desk.clippings().noteShown(List.of(id), SHOWN);
        links.begin(SHOWN, 1_000);
        WatchedLink link = links.find(id).orElseThrow();
        for (int look = 0; look < WatchedLink.ENOUGH; look++) {
            link = link.after(finding, link.due(), PAUSES);
        }
        links.keep(link);
        return id;
    }
}
