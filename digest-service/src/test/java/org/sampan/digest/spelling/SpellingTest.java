package org.sampan.digest.spelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.clipping.Topic;
import org.sampan.digest.fixture.RunningDigestService;
import org.sampan.digest.settings.BadSettings;

class SpellingTest {
    private static final Instant EVENING = Instant.parse("2026-11-21T18:30:00Z");
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    @TempDir
    Path folder;

    private Spelling spelling(String yaml) throws IOException {
        Files.writeString(folder.resolve("spelling.yaml"), yaml);
        return new Spelling(new SpellingFile(folder).habits());
    }

    private static String country(Spelling spelling, String code, String language) {
        return spelling.country(new Country(code), Locale.forLanguageTag(language));
    }

    private static String day(Spelling spelling, String language) {
        return spelling.day(EVENING, BANGKOK, Locale.forLanguageTag(language));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|22 November 2026|Lao PDR|Viet Nam|Myanmar",
                "th|22 พฤศจิกายน 2569|ลาว|เวียดนาม|เมียนมา",
                "my|၂၀၂၆ နိုဝင်ဘာ ၂၂|လာအို|ဗီယက်နမ်|မြန်မာ",
                "shn|22 ၼူဝ်ႇဝႅမ်ႇပႃႇ 2026|လၢဝ်း|ဝႅတ်ႉၼမ်း|မျၢၼ်ႇမႃႇ",
            })
    void shippedFileWritesAsTheNetworkDoes(String language, String day, String laos, String vietnam, String myanmar) {
        Spelling shipped =
                new Spelling(new SpellingFile(RunningDigestService.checkout().resolve("config/words")).habits());

        assertThat(day(shipped, language)).isEqualTo(day);
        assertThat(country(shipped, "LA", language)).isEqualTo(laos);
        assertThat(country(shipped, "VN", language)).isEqualTo(vietnam);
        assertThat(country(shipped, "MM", language)).isEqualTo(myanmar);
    }

    @Test
    void withoutAFileTheShippedOneHolds() {
        assertThat(country(new Spelling(new SpellingFile(folder).habits()), "LA", "en"))
                .isEqualTo("Lao PDR");
    }

    @Test
    void everyLanguageHasItsOwnWay() throws IOException {
        Spelling own = spelling("""
                th: {date: "d MMM 'พ.ศ.' y", countries: {MM: พม่า}}
                my: {date: "d-M-y"}
                """);

        assertThat(day(own, "th")).isEqualTo("22 พ.ย. พ.ศ. 2569");
        assertThat(day(own, "my")).isEqualTo("၂၂-၁၁-၂၀၂၆");
        assertThat(country(own, "MM", "th")).isEqualTo("พม่า");
        assertThat(country(own, "LA", "en")).isEqualTo("Laos");
    }

    @Test
    void topicsHaveNamesInEachLanguageOrTheEnglishOrTheirOwn() throws IOException {
        Spelling own = spelling("""
                en: {topics: {domestic-work: work in homes}}
                th: {topics: {wages: ค่าจ้าง}}
                """);

        assertThat(own.topic(new Topic("wages"), Locale.forLanguageTag("th"))).isEqualTo("ค่าจ้าง");
        assertThat(own.topic(new Topic("domestic-work"), Locale.forLanguageTag("th")))
                .isEqualTo("work in homes");
        assertThat(own.topic(new Topic("river-dams"), Locale.forLanguageTag("th")))
                .isEqualTo("river dams");
    }

    @Test
    void whatIsWrongIsToldWithItsLine() {
        assertThatThrownBy(() -> spelling("""
                en:
                  date: d MMMM
                  countries: {LA: Lao PDR, XZ: Nowhere}
                English: {date: d M y}
                th: {dates: d M y, topics: {Wages!: x}}
                vi: {date: "d bogus y"}
                """))
                .isInstanceOfSatisfying(
                        BadSettings.class,
                        bad -> assertThat(bad.problems())
                                .hasSize(6)
                                .anyMatch(it -> it.contains(
                                        "spelling.yaml:2: date: not a pattern with a day, a month and a year"))
                                .anyMatch(it -> it.contains(":3: XZ: not a country's code"))
                                .anyMatch(it -> it.contains(":4: English: not a language"))
                                .anyMatch(it -> it.contains(":5: dates: unknown key"))
                                .anyMatch(it -> it.contains(":5: Wages!: not a topic's name"))
                                .anyMatch(it -> it.contains(":6: date: not a pattern")));
    }
}
