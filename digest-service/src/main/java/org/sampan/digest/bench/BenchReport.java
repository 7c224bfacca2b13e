package org.sampan.digest.bench;

import java.util.List;
import java.util.Locale;

/** What is printed and written. */
record BenchReport(
        BenchOptions options, Collecting collecting, Collecting again, List<Making> editions, List<Asking> desk) {

    /**
     * @param cpuSeconds and {@code memory}: of the whole process, feed server and measurement in it, but for PostgreSQL's
     */
    record Collecting(int items, int fresh, int merged, double seconds, double cpuSeconds, Memory memory) {}

    record Making(int items, int languages, double seconds, double cpuSeconds, Memory memory) {}

    /** A question of the desk: how long the slowest and the middle one of its repetitions took. */
    record Asking(String query, int found, double medianMillis, double slowestMillis) {}

    String table() {
        StringBuilder text = new StringBuilder();
        text.append(line("collected from %d feeds", collecting)).append(line("again, nothing new, %d feeds", again));
        for (Making edition : editions) {
            text.append(String.format(
                    Locale.ROOT,
                    "edition of %d items in %d languages: %.2f s, processor %.2f s, RSS %d MB, heap at most %d MB%n",
                    edition.items(),
                    edition.languages(),
                    edition.seconds(),
                    edition.cpuSeconds(),
                    edition.memory().resident(),
                    edition.memory().heapPeak()));
        }
        text.append(String.format(
                Locale.ROOT, "%n%9s %9s %9s  of %d clippings%n", "median ms", "slowest", "found", options.clippings()));
        for (Asking asking : desk) {
            text.append(String.format(
                    Locale.ROOT,
                    "%9.1f %9.1f %9d  %s%n",
                    asking.medianMillis(),
                    asking.slowestMillis(),
                    asking.found(),
                    asking.query()));
        }
        return text.toString();
    }

    private String line(String what, Collecting run) {
        return String.format(
                Locale.ROOT,
                what + ": %d items, %d new, %d merged: %.1f s, processor %.1f s, RSS %d MB, heap at most %d MB%n",
                options.feeds(),
                run.items(),
                run.fresh(),
                run.merged(),
                run.seconds(),
                run.cpuSeconds(),
                run.memory().resident(),
                run.memory().heapPeak());
    }
}
