package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SummaryTest {
    private static final Locale THAI = Locale.forLanguageTag("th");

    @Test
    void datesCreditsGreetingsAndTheTitleAreNoSummary() {
        assertThat(Summary.of(
                        "Ferry workers win a day of rest",
                        List.of(
                                "18 November 2026",
                                "Ferry workers win a day of rest",
                                "Dear all,",
                                "By: Malee Srisuk, The Delta Courier",
                                "After two years of talks the workers on the ferries have won one free day a week."),
                        Locale.ENGLISH))
                .isEqualTo("After two years of talks the workers on the ferries have won one free day a week.");
    }

    @Test
    void longTextIsCutWhereASentenceEndsAndNotAfterATitle() {
        String text = "The ferry workers met the owners. ".repeat(5) + "They thanked Ms. Srisuk for her patience. "
                + "Then they went on for many more hours and days. ".repeat(10);

        assertThat(Summary.cut(text, Locale.ENGLISH))
                .endsWith(".")
                .doesNotEndWith("Ms.")
                .hasSizeLessThan(361);
    }

    @Test
    @Timeout(5)
    void textInWhichNothingEndsIsCutAtOnce() {
        assertThat(Summary.cut("ferry ".repeat(300_000), Locale.ENGLISH))
                .endsWith("ferry…")
                .hasSizeLessThan(362);
        assertThat(Summary.cut("a" + "\u0301".repeat(1_000_000), Locale.ENGLISH))
                .hasSizeLessThan(6_000);
    }

    @Test
    void thaiIsCutBetweenWordsAndSaysSo() {
        String text = "ผู้หญิงที่ทำงานบ้านสามสิบคนเข้าร่วมการอบรมสองวันเรื่องสัญญาจ้างค่าแรงและวันหยุด".repeat(10);

        assertThat(Summary.cut(text, THAI)).endsWith("…").hasSizeLessThan(600);
    }

    @Test
    void shortTextStaysWhole() {
        assertThat(Summary.cut("A short one", Locale.ENGLISH)).isEqualTo("A short one");
    }
}
