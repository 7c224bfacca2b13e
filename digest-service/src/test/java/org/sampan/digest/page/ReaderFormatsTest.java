package org.sampan.digest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.digest.fixture.RunningDigestService;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.spelling.Spelling;

class ReaderFormatsTest {
    private static final Spelling SPELLING = new Spelling(Settings.from(RunningDigestService.environment("jdbc:none")));
    private static final Instant EVENING = Instant.parse("2026-11-21T18:30:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|22 November 2026",
                "th|22 พฤศจิกายน 2569",
                "my|၂၀၂၆ နိုဝင်ဘာ ၂၂",
                "km|22 វិច្ឆិកា 2026",
                "lo|22 ພະຈິກ 2026",
                "vi|22 tháng 11, 2026",
                "zh|2026年11月22日",
                "shn|22 ၼူဝ်ႇဝႅမ်ႇပႃႇ 2026",
            })
    void datesAreWrittenAsReadersWriteThem(String tag, String date) {
        ReaderFormats formats = new ReaderFormats(SPELLING, Locale.forLanguageTag(tag), ZoneId.of("Asia/Bangkok"));
        assertThat(formats.date(EVENING)).isEqualTo(date);
    }

    @Test
    void timesNameTheirZone() {
        ReaderFormats formats = new ReaderFormats(SPELLING, Locale.ENGLISH, ZoneId.of("UTC"));
        assertThat(formats.dateTime(EVENING)).isEqualTo("21 November 2026, 18:30 UTC");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|22 November 2026, 15:02 Indochina Time",
                "th|22 พฤศจิกายน 2569, 15:02 เวลาอินโดจีน",
                "km|22 វិច្ឆិកា 2026, 15:02 ម៉ោង​នៅ​ឥណ្ឌូចិន",
            })
    void timesAreOf24HoursAndNameTheZoneInTheReadersLanguage(String tag, String moment) {
        ReaderFormats formats = new ReaderFormats(SPELLING, Locale.forLanguageTag(tag), ZoneId.of("Asia/Bangkok"));
        assertThat(formats.dateTime(Instant.parse("2026-11-22T08:02:00Z"))).isEqualTo(moment);
    }

    @Test
    void sizesAreRounded() {
        ReaderFormats formats = new ReaderFormats(SPELLING, Locale.ENGLISH, ZoneId.of("UTC"));
        assertThat(formats.size(812)).isEqualTo("812 byte");
        assertThat(formats.size(245_400)).isEqualTo("245 kB");
        assertThat(formats.size(2_450_000)).isEqualTo("2.4 MB");
    }
}
