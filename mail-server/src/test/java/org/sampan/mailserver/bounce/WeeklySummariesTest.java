package org.sampan.mailserver.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.mailinglist.BasicSettings;
import org.sampan.mailserver.mailinglist.BounceSettings;
import org.sampan.mailserver.mailinglist.ListSettings.Visibility;
import org.sampan.mailserver.mailinglist.VerpAddress;
import org.sampan.mailserver.notice.BounceContent.BounceSummary;
import org.sampan.mailserver.notice.BounceContent.Reader;
import org.sampan.mailserver.report.FailureKind;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class WeeklySummariesTest {
    private final BouncesUnderTest under;

    WeeklySummariesTest(Database database) {
        under = new BouncesUnderTest(database);
        under.schedule.once(); // the week begins
    }

    @Test
    void weekWithoutAnyBounceIsNotWrittenAbout() {
        week();
        week();
        assertThat(under.notices.sent()).isEmpty();
    }

    @Test
    void ownersHearOnceAWeekWhoseMailComesBackAndWhatWasDone() {
        under.lists.change(under.first.settings().with(BasicSettings.VISIBILITY, Visibility.PUBLIC));
        under.days(3, FailureKind.HARD);
        week();
        BounceSummary summary = under.notices.last(BounceSummary.class);
        assertThat(summary.ailing()).containsExactly(new Reader("alice@harbour.example", "550 because of HARD"));
        assertThat(summary.suspended()).isEmpty();
        int sent = under.notices.sent().size();
        under.schedule.once();
        assertThat(under.notices.sent()).hasSize(sent);
    }

    @Test
    void privateListsMembersAreNotNamedInFull() {
        under.days(4, FailureKind.HARD);
        under.copies.returned(new VerpAddress(2, 0), BouncesUnderTest.failure(FailureKind.HARD));
        under.clock.advance(Duration.ofDays(3));
        under.schedule.once();
        BounceSummary summary = under.notices.last(BounceSummary.class);
        assertThat(summary.suspended()).isEqualTo(List.of(new Reader("a…@harbour.example", "")));
        assertThat(summary.ailing()).isEmpty();
    }

    @Test
    void listMayDoWithoutIt() {
        under.lists.change(under.first.settings().with(BounceSettings.SUMMARY, false));
        under.days(3, FailureKind.HARD);
        week();
        assertThat(under.notices.told()).noneMatch(it -> it.startsWith("bounce-summary"));
    }

    private void week() {
        under.clock.advance(Duration.ofDays(7));
        under.schedule.once();
    }
}
