package org.sampan.mailserver.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is printed and written.
 *
 * @param median the run of the middle rate
 * @param floorPerSecond what a bare client reaches at the same receiver; empty without one of yours
 */
record BenchReport(
        BenchOptions options,
        double importPerSecond,
        BenchResult median,
        List<BenchResult> runs,
        Optional<Long> floorPerSecond) {
    static BenchReport of(
            BenchOptions options, double importPerSecond, List<BenchResult> runs, Optional<Long> floorPerSecond) {
        List<BenchResult> sorted = runs.stream()
                .sorted(Comparator.comparingDouble(BenchResult::ratePerSecond))
                .toList();
        return new BenchReport(
                options, importPerSecond, sorted.get(sorted.size() / 2), List.copyOf(runs), floorPerSecond);
    }

    String table() {
        StringBuilder text =
                new StringBuilder("   run   rate/s   seconds  first ms  cpu us each  heap MB   RSS MB    rows\n");
        for (int i = 0; i < runs.size(); i++) {
            text.append(line(Integer.toString(i + 1), runs.get(i)));
        }
        text.append(line("median", median));
        text.append(String.format(Locale.ROOT, "import of members: %.0f/s%n", importPerSecond));
        floorPerSecond.ifPresent(floor -> text.append(String.format(
                Locale.ROOT, "floor: %d/s; median is %.0f %% of it%n", floor, 100 * median.ratePerSecond() / floor)));
        return text.toString();
    }

    private static String line(String name, BenchResult run) {
        return String.format(
                Locale.ROOT,
                "%6s %8.0f %9.3f %9.1f %12.1f %8d %8d %7d%n",
                name,
                run.ratePerSecond(),
                run.seconds(),
                run.firstMillis(),
                run.cpuMicros(),
                run.heapMegabytes(),
                run.residentMegabytes(),
                run.rows());
    }
}
