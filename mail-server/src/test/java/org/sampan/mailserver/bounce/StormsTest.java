package org.sampan.mailserver.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.report.FailureKind;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

/** A provider that refuses one post, or us, must not cost its readers their subscription. */
@ExtendWith(TestDatabase.class)
class StormsTest {
    private final BouncesUnderTest under;

    StormsTest(Database database) {
        under = new BouncesUnderTest(database);
    }

    @Test
    void mostReadersOfOneProviderAtOnceCountNothing() {
        under.storm(8, 8, FailureKind.HARD);
        for (int i = 0; i < 8; i++) {
            assertThat(under.score("reader" + i + "@big.example")).isZero();
        }
        assertThat(under.bounces.seen(new org.sampan.mailserver.mailinglist.EmailAddress("reader0@big.example")))
                .singleElement()
                .satisfies(it -> assertThat(it.storm()).isTrue());
    }

    @Test
    void aFewOfManyReadersAreNoStorm() {
        under.storm(20, 5, FailureKind.HARD);
        assertThat(under.score("reader0@big.example")).isEqualTo(1);
        assertThat(under.score("reader4@big.example")).isEqualTo(1);
    }

    @Test
    void whoIsToGetItAtALaterHourIsNotCountedAsSpared() {
        under.stormInTheFirstZone(6, 30);
        assertThat(under.score("reader0@big.example")).isZero();
    }

    @Test
    void fewReadersOfASmallProviderAreNoStorm() {
        under.storm(4, 4, FailureKind.HARD);
        assertThat(under.score("reader0@big.example")).isEqualTo(1);
    }

    @Test
    void hundredReadersAreExcusedOnceHalfOfThemCameBack() {
        under.storm(100, 100, FailureKind.SOFT);
        assertThat(under.score("reader0@big.example")).isZero();
        assertThat(under.score("reader99@big.example")).isZero();
    }

    @Test
    void providerThatSaysForDaysThatNobodyIsThereIsBelieved() {
        for (int day = 0; day < 9; day++) {
            under.storm(6, 6, FailureKind.HARD);
            assertThat(under.score("reader0@big.example") > 0).isEqualTo(day > 5);
            under.clock.advance(Duration.ofDays(1));
        }
        assertThat(under.notices.told()).contains("bounce-warning reader0@big.example");
    }

    @Test
    void whatWasCountedBeforeTheStormStays() {
        under.storm(20, 5, FailureKind.HARD);
        under.clock.advance(Duration.ofDays(1));
        under.storm(20, 20, FailureKind.HARD);
        assertThat(under.score("reader0@big.example")).isBetween(0.9, 1.0);
    }

    @Test
    void oneAddressComesBackAtMostTwentyTimesADay() {
        for (int i = 0; i < 50; i++) {
            under.comesBack(FailureKind.HARD);
        }
        assertThat(under.bounces.seen(org.sampan.mailserver.post.TestPosts.ALICE))
                .hasSize(20);
        assertThat(under.score("alice@harbour.example")).isEqualTo(1);
    }
}
