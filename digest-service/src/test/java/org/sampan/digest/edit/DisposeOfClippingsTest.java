package org.sampan.digest.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.TestClippings;
import org.sampan.digest.fixture.RunningDigestService;
import org.sampan.digest.fixture.Stories;
import org.sampan.digest.fixture.TestDatabase;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.journal.Subject;
import org.sampan.digest.journal.TestJournal;
import org.sampan.digest.settings.Settings;

class DisposeOfClippingsTest {
    private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");

    private TestDatabase.Access access = TestDatabase.access();
    private Clippings clippings = TestClippings.of(access);
    private Journal journal = TestJournal.of(access);

    @BeforeEach
    void begin() {
        access = TestDatabase.access();
        clippings = TestClippings.of(access);
        journal = TestJournal.of(access);
        clippings.take(List.of(
                Stories.offer(Stories.ferryWorkers(), Stories.HARBOUR),
                Stories.offer(Stories.statement(), Stories.HARBOUR)));
    }

    private DisposeOfClippings keeping(String unused) {
        Map<String, String> environment = new HashMap<>(RunningDigestService.environment("jdbc:postgresql://none/"));
        environment.put("SAMPAN_RETENTION_UNUSED", unused);
        return new DisposeOfClippings(
                TestClippings.disposals(access), journal, Settings.from(environment), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void whatIsPastItsTimeGoesWithItsWayBackInTheJournal() {
        ClippingId id = clippings.page(Optional.empty(), 1).get(0).id();
        Subject subject = new Subject("clipping", id.toString());
        journal.record(new NewDeed(new Actor("mali@riverside.example"), subject, "edited", "", "what it said"), NOW);
        assertThat(keeping("730d").show().unused()).isEqualTo(2);

        DisposeOfClippings.Disposal done = keeping("730d").dispose();

        assertThat(done.unused()).isEqualTo(2);
        assertThat(done.unusedBefore()).contains(Instant.parse("2098-01-01T00:00:00Z"));
        assertThat(done.copiesBefore()).isEmpty();
        assertThat(clippings.page(Optional.empty(), 10)).isEmpty();
        assertThat(journal.of(subject, 10))
                .singleElement()
                .satisfies(deed -> assertThat(deed.canBeUndone()).isFalse());
        assertThat(keeping("730d").dispose().unused()).isZero();
    }

    @Test
    void withoutASettingAllIsKept() {
        assertThat(keeping("").dispose().unused()).isZero();
        assertThat(clippings.page(Optional.empty(), 10)).hasSize(2);
    }
}
