package org.sampan.digest.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.ClippingId;

class WatchedLinkTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final List<Duration> PAUSES =
            List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(90));
    private static final LinkFinding MISSING = new LinkFinding.Gone(Loss.NOT_FOUND);
    private static final LinkFinding UNSURE = new LinkFinding.Unsure("answered 503");

    private final WatchedLink unseen =
            WatchedLink.unseen(new ClippingId(7), URI.create("https://courier.example/7"), NOW);

    private static List<Long> days(WatchedLink link, LinkFinding... findings) {
        List<Long> days = new ArrayList<>();
        WatchedLink now = link;
        for (LinkFinding finding : findings) {
            now = now.after(finding, NOW, PAUSES);
            days.add(Duration.between(NOW, now.due()).toDays());
        }
        return days;
    }

    @Test
    void pausesGrowWhileAllIsWellAndBeginAnewWhenSomethingIsNot() {
        LinkFinding fine = new LinkFinding.Fine();
        assertThat(days(unseen, fine, fine, fine, fine)).containsExactly(7L, 30L, 90L, 90L);
        assertThat(days(unseen, fine, MISSING, MISSING, MISSING, fine)).containsExactly(7L, 1L, 7L, 30L, 7L);
        assertThat(days(unseen, UNSURE, UNSURE, UNSURE, UNSURE, UNSURE)).containsExactly(1L, 7L, 30L, 90L, 90L);
    }

    @Test
    void looksThatSayNothingNeitherProveNorDisproveALoss() {
        WatchedLink twice = unseen.after(MISSING, NOW, PAUSES)
                .after(UNSURE, NOW, PAUSES)
                .after(MISSING, NOW.plusSeconds(9), PAUSES);
        assertThat(twice.state()).isEqualTo(LinkState.FINE);
        assertThat(twice.after(UNSURE, NOW, PAUSES).state()).isEqualTo(LinkState.FINE);

        WatchedLink gone = twice.after(new LinkFinding.Gone(Loss.TAKEN_AWAY), NOW, PAUSES);
        assertThat(gone.state()).isEqualTo(LinkState.GONE);
        assertThat(gone.since()).isEqualTo(Optional.of(NOW));
        assertThat(gone.after(UNSURE, NOW, PAUSES).state()).isEqualTo(LinkState.GONE);
    }

    @Test
    void pageThatMovesAboutHasMovedNowhere() {
        WatchedLink link = unseen;
        for (int look = 0; look < 5; look++) {
            link = link.after(new LinkFinding.Moved(URI.create("https://courier.example/" + look)), NOW, PAUSES);
        }
        assertThat(link.state()).isEqualTo(LinkState.FINE);
        LinkFinding last = link.finding();
        assertThat(link.after(last, NOW, PAUSES).after(last, NOW, PAUSES).movedTo())
                .contains(URI.create("https://courier.example/4"));
    }
}
