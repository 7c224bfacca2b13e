package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedDateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "28 April 2026",
                "the 28th of April, 2026",
                "April 28, 2026",
                "Tuesday, Apr. 28 2026",
                "2026-04-28",
                "28/04/2026",
                "28 เมษายน 2569",
                "28 เมษายน พ.ศ. 2569",
                "Ngày 28 tháng 4 năm 2026",
                "2026年4月28日"
            })
    void dateIsReadHoweverItIsPrinted(String text) {
        assertThat(PrintedDate.in(text)).contains(LocalDate.of(2026, 4, 28));
    }

    @Test
    void dayThatThereIsNotIsNone() {
        assertThat(PrintedDate.in("31 February 2026")).isEmpty();
    }

    @Test
    void dateWithinASentenceDoesNotStandAlone() {
        assertThat(PrintedDate.alone("28 April 2026")).isPresent();
        assertThat(PrintedDate.alone("On 28 April 2026 the ferry workers met the owners again."))
                .isEmpty();
    }
}
