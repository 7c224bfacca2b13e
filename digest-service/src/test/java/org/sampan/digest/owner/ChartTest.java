package org.sampan.digest.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sampan.digest.mailserver.ListCare.Day;

class ChartTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

    @Test
    void lineGoesFromEdgeToEdgeBetweenRoundNumbers() {
        Chart chart = Chart.line(List.of(day(0, 0), day(1, 50), day(2, 97)), Day::members);
        assertThat(chart.ticks()).extracting(Chart.Tick::value).containsExactly(0L, 50L, 100L);
        assertThat(chart.line()).isEqualTo("0.0,160.0 240.0,87.0 480.0,18.4");
        assertThat(chart.from()).isEqualTo("2026-11-01T00:00:00Z");
        assertThat(chart.until()).isEqualTo("2026-11-03T00:00:00Z");
    }

    @Test
    void smallChangesOfALargeListCanBeSeen() {
        Chart chart = Chart.line(List.of(day(0, 9_980), day(1, 10_003)), Day::members);
        assertThat(chart.ticks()).extracting(Chart.Tick::value).first().isEqualTo(9_980L);
        assertThat(chart.line()).startsWith("0.0,160.0 ");
    }

    @Test
    void numbersOfADayStandOnOneAnother() {
        Chart chart = Chart.bars(List.of(day(0, 10)), List.of(Day::sent, Day::deferred, Day::failed));
        assertThat(chart.bars()).extracting(Chart.Bar::series).containsExactly(0, 2);
        assertThat(chart.bars().get(0).y()).isEqualTo("43.2");
        assertThat(chart.bars().get(0).height()).isEqualTo("116.8");
        assertThat(chart.bars().get(1).height()).isEqualTo("29.2");
    }

    @Test
    void oneRefusalAmongThousandsIsSeen() {
        Day day = new Day(FIRST, 0, 0, 0, 100_000, 0, 1, 0);
        Chart chart = Chart.bars(List.of(day), List.of(Day::sent, Day::failed));
        assertThat(chart.bars().get(1).height()).isEqualTo("1.5");
    }

    @Test
    void nothingAtAllIsNothingToDraw() {
        List<Day> days = IntStream.range(0, 90).mapToObj(i -> day(i, 0)).toList();
        Chart chart = Chart.bars(days, List.of(Day::bounced));
        assertThat(chart.isEmpty()).isTrue();
        assertThat(chart.bars()).isEmpty();
        assertThat(Chart.line(days, Day::members).isEmpty()).isTrue();
    }

    @Test
    void aMillionFitsAsWellAsOne() {
        assertThat(Chart.line(List.of(day(0, 0), day(1, 1_000_000)), Day::members)
                        .ticks())
                .extracting(Chart.Tick::value)
                .containsExactly(0L, 500_000L, 1_000_000L);
        assertThat(Chart.line(List.of(day(0, 1)), Day::members).ticks())
                .extracting(Chart.Tick::value)
                .containsExactly(1L, 2L);
    }

    /** Eight in ten are sent, two are refused. */
    private static Day day(int number, long value) {
        return new Day(FIRST.plusDays(number), value, 0, 0, value * 8 / 10, 0, value * 2 / 10, 0);
    }
}
