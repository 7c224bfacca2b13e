package org.sampan.mailserver.mailinglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.mailinglist.SettingForm.Period;
import org.sampan.mailserver.mailinglist.SettingForm.Words;

class SettingFormTest {
    private static final Period PERIOD = new Period(Duration.ZERO, Duration.ofDays(365));
    private static final Words WORDS = new Words(Pattern.compile("[a-z/*]+"), "types such as image/*");

    @Test
    void periodIsWrittenInItsLargestUnit() {
        assertThat(List.of("0", "90s", "30m", "36h", "7d"))
                .allSatisfy(it -> assertThat(PERIOD.write(PERIOD.read(it))).isEqualTo(it));
        assertThat(PERIOD.write(Duration.ofHours(48))).isEqualTo("2d");
    }

    @Test
    void periodOutsideItsLimitsIsRefused() {
        assertThatThrownBy(() -> PERIOD.read("366d")).hasMessageContaining("from 0 to 365d");
        assertThatThrownBy(() -> PERIOD.read("soon")).hasMessageContaining("30m");
    }

    @Test
    void wordsAreReadWithTheirCommas() {
        assertThat(WORDS.read("image/*, audio/*,image/*")).containsExactly("image/*", "audio/*");
        assertThat(WORDS.read("")).isEmpty();
        assertThatThrownBy(() -> WORDS.read("image/*, 7")).hasMessage("types such as image/*, not '7'");
    }

    @Test
    void standardOfEverySettingIsAllowed() {
        assertThat(SettingsCatalogue.ALL)
                .filteredOn(it -> it != BasicSettings.NAME) // its standard is the address's name
                .allSatisfy(SettingFormTest::readsItsStandard);
    }

    @Test
    void settingsChosenAndWrittenAreTheSameWhenReadBack() {
        ListSettings chosen =
                MailingListsContract.MEMBERS.with("joining", "open").with("maxBytes", "4096");
        ListSettings read = ListSettings.of(chosen.address());
        for (var it : chosen.written().entrySet()) {
            read = read.with(it.getKey(), it.getValue());
        }
        assertThat(read).isEqualTo(chosen);
        assertThat(chosen.with("joining", "closed").written()).doesNotContainKey("joining");
    }

    private static <T> void readsItsStandard(ListSetting<T> setting) {
        assertThat(setting.read(setting.form().write(setting.standard()))).isEqualTo(setting.standard());
    }
}
