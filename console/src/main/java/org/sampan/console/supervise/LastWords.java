package org.sampan.console.supervise;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a part could not be started, from what it wrote last. */
public final class LastWords {

    private static final int READ = 300;
    private static final int SHOWN = 15;
    private static final String SAID_TO_THE_OPERATOR = "sampan: ";

    private LastWords() {}

    static String of(SupervisedPart part, SupervisedPart.Death death) {
        String how =
                death.failuresInRow() > 1 ? death.failuresInRow() + " times at once, at last with exit " : "with exit ";
        return part.part().name() + " ended " + how + death.exitCode() + "\n" + from(part.lastWords(READ));
    }

    /** Lines meant for the operator first, and alone when there are any. */
    public static String from(List<String> log) {
        List<String> meant = log.stream()
                .filter(line -> line.startsWith(SAID_TO_THE_OPERATOR))
                .map(line -> line.substring(SAID_TO_THE_OPERATOR.length()))
                .distinct()
                .toList();
        Stream<String> shown = meant.isEmpty() ? log.stream().skip(Math.max(0, log.size() - SHOWN)) : meant.stream();
        return shown.map(line -> "  " + line).collect(Collectors.joining("\n"));
    }
}
