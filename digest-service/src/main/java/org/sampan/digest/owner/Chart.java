package org.sampan.digest.owner;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.sampan.digest.mailserver.ListCare.Day;

/**
 * Numbers over days, reckoned into the coordinates of a drawing that the template writes down: {@link #WIDTH} by {@link #HEIGHT},
 * the origin at the top left. Colours, letters and words are the template's.
 *
 * @param from the day at the left edge
 * @param until the day at the right edge
 * @param ticks values beside their heights, the lowest first
 * @param bars empty for a line
 * @param line points of the line; empty for bars
 * @param isEmpty whether there is nothing but zeros
 */
public record Chart(Instant from, Instant until, List<Tick> ticks, List<Bar> bars, String line, boolean isEmpty) {
    public static final int WIDTH = 480;
    public static final int HEIGHT = 190;

    /** Where the lowest value is drawn. */
    public static final int FOOT = 160;

    private static final int HEAD = 14;
    private static final int FEW = 4;

    /** @param y height of a value's line */
    public record Tick(long value, String y) {}

    /** @param series which of the stacked numbers, from 0 */
    public record Bar(int series, String x, String y, String width, String height) {}

    /** One number a day, joined by a line; where all are large, the drawing begins below the least. */
    static Chart line(List<Day> days, ToLongFunction<Day> value) {
        long most = days.stream().mapToLong(value).max().orElse(0);
        long least = days.stream().mapToLong(value).min().orElse(0);
        Scale scale = Scale.of(least * 10 > most * 7 ? least : 0, most);
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < days.size(); i++) {
            double x = days.size() == 1 ? WIDTH : (double) WIDTH * i / (days.size() - 1);
            points.append(points.isEmpty() ? "" : " ")
                    .append(text(x))
                    .append(',')
                    .append(scale.y(value.applyAsLong(days.get(i))));
        }
        return of(days, scale, List.of(), points.toString(), most == 0);
    }

    /** Several numbers a day, one upon the other; the first stands at the foot. */
    static Chart bars(List<Day> days, List<ToLongFunction<Day>> values) {
        long most = days.stream()
                .mapToLong(day ->
                        values.stream().mapToLong(it -> it.applyAsLong(day)).sum())
                .max()
                .orElse(0);
        Scale scale = Scale.of(0, most);
        List<Bar> bars = new ArrayList<>();
        double step = (double) WIDTH / Math.max(1, days.size());
        for (int i = 0; i < days.size(); i++) {
            long below = 0;
            for (int series = 0; series < values.size(); series++) {
                long value = values.get(series).applyAsLong(days.get(i));
                if (value > 0) {
                    bars.add(scale.bar(series, new Slot(i * step, step), below, value));
                }
                below += value;
            }
        }
        return of(days, scale, bars, "", most == 0);
    }

    private static Chart of(List<Day> days, Scale scale, List<Bar> bars, String line, boolean empty) {
        return new Chart(
                days.get(0).day().atStartOfDay(ZoneOffset.UTC).toInstant(),
                days.get(days.size() - 1).day().atStartOfDay(ZoneOffset.UTC).toInstant(),
                scale.ticks(),
                bars,
                line,
                empty);
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /** Where a day's bar stands. */
    private record Slot(double x, double width) {}

    /** From one round number to another. */
    private record Scale(long low, long step, int steps) {
        static Scale of(long least, long most) {
            long step = roundUp(Math.max(1, most - least) / (double) FEW);
            long low = least / step * step;
            int steps = (int) ((Math.max(1, most - low) + step - 1) / step);
            return new Scale(low, step, steps);
        }

        /** 1, 2 or 5 with zeros. */
        private static long roundUp(double wanted) {
            long power = 1;
            while (power * 10 <= wanted) {
                power *= 10;
            }
            for (long factor : new long[] {1, 2, 5}) {
                if (factor * power >= wanted) {
                    return factor * power;
                }
            }
            return 10 * power;
        }

        double height(long value) {
            return FOOT - (double) (FOOT - HEAD) * (value - low) / (step * steps);
        }

        String y(long value) {
            return text(height(value));
        }

        Bar bar(int series, Slot slot, long below, long value) {
            double bottom = height(below);
            // A single refusal among thousands must still be seen.
            double tall = Math.max(bottom - height(below + value), 1.5);
            return new Bar(
                    series,
                    text(slot.x() + slot.width() * 0.1),
                    text(bottom - tall),
                    text(slot.width() * 0.8),
                    text(tall));
        }

        List<Tick> ticks() {
            List<Tick> ticks = new ArrayList<>();
            for (int i = 0; i <= steps; i++) {
                ticks.add(new Tick(low + i * step, y(low + i * step)));
            }
            return ticks;
        }
    }
}
