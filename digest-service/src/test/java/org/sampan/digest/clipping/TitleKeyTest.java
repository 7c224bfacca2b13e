package org.sampan.digest.clipping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitleKeyTest {
    @Test
    void caseQuotesAndPunctuationDoNotCount() {
        assertThat(TitleKey.of("PRESS RELEASE: Ferry workers’ “day of rest” –  won!"))
                .isEqualTo(TitleKey.of("Press release - ferry workers' \"day of rest\": won"));
    }

    @Test
    void vowelSignsOfThaiAndBurmeseDoCount() {
        assertThat(TitleKey.of("กา")).isNotEqualTo(TitleKey.of("กิ"));
        assertThat(TitleKey.of("ကာ")).isNotEqualTo(TitleKey.of("ကိ"));
    }

    @Test
    void shortTitlesTellNothing() {
        assertThat(TitleKey.of("Weekly update").isTelling()).isFalse();
        assertThat(TitleKey.of("Ferry workers win a day of rest").isTelling()).isTrue();
    }
}
