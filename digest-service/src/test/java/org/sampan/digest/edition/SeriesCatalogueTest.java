package org.sampan.digest.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.fixture.RunningDigestService;
import org.sampan.digest.settings.BadSettings;
import org.sampan.digest.settings.Settings;

class SeriesCatalogueTest {
    @TempDir
    private Path config;

    private SeriesCatalogue read(String yaml) throws IOException {
        Files.writeString(config.resolve("editions.yaml"), yaml);
        Map<String, String> environment = new HashMap<>(RunningDigestService.environment("jdbc:none"));
        environment.put("SAMPAN_CONFIG", config.toString());
        environment.put("SAMPAN_WEB_TIMEZONE", "Asia/Vientiane");
        return SeriesCatalogue.read(
                Settings.from(environment), cron -> cron.equals("never") ? Optional.empty() : Optional.of(cron));
    }

    @Test
    void seriesIsReadWithItsLanguagesAndSections() throws Exception {
        Series series = read("""
                        series:
                          - slug: river-weekly
                            name: River weekly
                            list: river-news
                            language: en
                            languages: [en, th, my]
                            schedule: "0 0 8 ? * MON"
                            timezone: Asia/Bangkok
                            sections: [statement, news-clipping]
                        """).find("river-weekly").orElseThrow();

        assertThat(series.languages())
                .containsExactly(Locale.ENGLISH, Locale.forLanguageTag("th"), Locale.forLanguageTag("my"));
        assertThat(series.sections()).containsExactly(Kind.STATEMENT, Kind.NEWS_CLIPPING);
        assertThat(series.timezone()).isEqualTo(ZoneId.of("Asia/Bangkok"));
        assertThat(series.unattended()).isFalse();
        assertThat(series.list()).isEqualTo("river-news");
    }

    @Test
    void seriesWithoutATimeZoneIsInTheNetworks() throws Exception {
        assertThat(read("series: [{slug: river, name: River, list: river-news, language: en}]")
                        .find("river")
                        .orElseThrow()
                        .timezone())
                .isEqualTo(ZoneId.of("Asia/Vientiane"));
    }

    @Test
    void everyProblemIsToldWithItsLine() {
        String file = config.resolve("editions.yaml").toString();
        assertThatThrownBy(() -> read("""
                        series:
                          - slug: River Weekly
                            list: river-news@lists.example
                            language: english
                            schedule: never
                            timezone: Asia/Atlantis
                            sections: [statement, rumour, statement]
                            unattended: perhaps
                            colour: red
                        """))
                .isInstanceOfSatisfying(
                        BadSettings.class,
                        bad -> assertThat(bad.problems())
                                .anyMatch(line -> line.startsWith(file + ":2: slug: only a-z"))
                                .anyMatch(line -> line.startsWith(file + ":2: name: missing"))
                                .anyMatch(line -> line.startsWith(file + ":3: list: the name of a list"))
                                .anyMatch(line -> line.startsWith(file + ":4: language: not a language tag"))
                                .anyMatch(line -> line.startsWith(file + ":5: schedule: not a Quartz"))
                                .anyMatch(line -> line.startsWith(file + ":6: timezone: not a time zone"))
                                .anyMatch(line ->
                                        line.startsWith(file + ":7: sections: not a kind of clipping: 'rumour'"))
                                .anyMatch(line -> line.startsWith(file + ":7: sections: names a kind twice"))
                                .anyMatch(line -> line.startsWith(file + ":8: unattended: neither true nor false"))
                                .anyMatch(line -> line.startsWith(file + ":9: colour: unknown key")));
    }

    @Test
    void measuresHolidaysAndHoursAreRead() throws Exception {
        Files.createDirectories(config.resolve("holidays"));
        Files.writeString(config.resolve("holidays/river.txt"), "# ours\n2026-11-23  Boat race\n\n04-13  New year\n");
        Series series = read("""
                        series:
                          - slug: river-weekly
                            name: River weekly
                            list: river-news
                            language: en
                            budget: 40 kB
                            excerpt: 300
                            holidays: [river, 2026-12-31, 05-01]
                            onHoliday: skip
                            deliver: at 07:00
                            quiet: 21:00-06:30
                        """).find("river-weekly").orElseThrow();

        assertThat(series.measures()).isEqualTo(new Measures(40_000, Optional.of(300)));
        assertThat(series.holidays().once())
                .containsExactlyInAnyOrder(LocalDate.parse("2026-11-23"), LocalDate.parse("2026-12-31"));
        assertThat(series.holidays().yearly()).containsExactlyInAnyOrder(MonthDay.of(4, 13), MonthDay.of(5, 1));
        assertThat(series.holidays().then()).isEqualTo(Holidays.Then.SKIP);
        assertThat(series.hours().field()).contains("at=07:00; quiet=21:00-06:30");
    }

    @Test
    void badMeasuresHolidaysAndHoursAreToldWithTheirLine() throws Exception {
        Files.createDirectories(config.resolve("holidays"));
        Path list = Files.writeString(config.resolve("holidays/river.txt"), "2026-11-23\n23.11.2026  Boat race\n");
        String file = config.resolve("editions.yaml").toString();
        assertThatThrownBy(() -> read("""
                        series:
                          - slug: river-weekly
                            name: River weekly
                            list: river-news
                            language: en
                            budget: 5 MB
                            excerpt: 3
                            holidays: [river, atlantis, 31.12.]
                            onHoliday: perhaps
                            deliver: 7 o'clock
                            quiet: 21:00-21:00
                        """))
                .isInstanceOfSatisfying(
                        BadSettings.class,
                        bad -> assertThat(bad.problems())
                                .anyMatch(line -> line.startsWith(file + ":6: budget: not a size from 20 kB"))
                                .anyMatch(line -> line.startsWith(file + ":7: excerpt: not a number of characters"))
                                .anyMatch(line -> line.startsWith(file + ":8: holidays: " + list + ":2: not a day"))
                                .anyMatch(line -> line.startsWith(file + ":8: holidays: no list atlantis"))
                                .anyMatch(line -> line.startsWith(file + ":8: holidays: neither a day"))
                                .anyMatch(line -> line.startsWith(file + ":9: onHoliday: not next or skip"))
                                .anyMatch(line -> line.startsWith(file + ":10: deliver: not a time like"))
                                .anyMatch(line -> line.startsWith(file + ":11: quiet: not hours like")));
    }

    @Test
    void examplesOfTheReleaseAreSoundAndEveryKeyIsExplained() throws Exception {
        String file = Files.readString(RunningDigestService.checkout().resolve("config/editions.yaml"));

        assertThat(read(file.replaceAll("(?m)^#(  [- ] \\S)", "$1")).all())
                .extracting(Series::slug)
                .containsExactly("mekong-weekly", "mekong-monthly", "urgent");
        for (String key : SeriesReader.KEYS) {
            assertThat(file).contains(key + ":");
        }
    }

    @Test
    void listsOfHolidaysOfTheReleaseAreSound() throws Exception {
        assertThat(read("""
                        series:
                          - slug: river-weekly
                            name: River weekly
                            list: river-news
                            language: en
                            holidays: [cn, kh, la, mm, th, vn]
                        """).all().get(0).holidays().yearly()).hasSizeGreaterThan(30);
    }
}
