package org.sampan.digest.collect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sampan.digest.clipping.Reception;

/** What came of an import, counted while it runs. Not for several threads. */
public final class Imported {
    /** More problems than this are counted, not listed. */
    private static final int MOST = 1_000;

    private final Map<Reception, Integer> receptions = new EnumMap<>(Reception.class);
    private final List<Problem> problems = new ArrayList<>();
    private int rejected;

    /** @param line counted from 1; where the item begins */
    public record Problem(long line, String reason) {}

    void count(Reception reception) {
        receptions.merge(reception, 1, Integer::sum);
    }

    void reject(long line, String reason) {
        rejected++;
        if (problems.size() < MOST) {
            problems.add(new Problem(line, reason));
        }
    }

    public int received(Reception reception) {
        return receptions.getOrDefault(reception, 0);
    }

    public int read() {
        return rejected
                + receptions.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int rejected() {
        return rejected;
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
