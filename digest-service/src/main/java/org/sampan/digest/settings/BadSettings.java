package org.sampan.digest.settings;

import java.util.List;

/** The configuration is bad: every problem found, each a sentence an operator can act on. */
public final class BadSettings extends RuntimeException {
    private final transient List<String> problems;

    public BadSettings(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line each, without the leading {@code sampan: }. */
    public List<String> problems() {
        return problems;
    }
}
