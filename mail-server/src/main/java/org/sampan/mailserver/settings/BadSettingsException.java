package org.sampan.mailserver.settings;

import java.util.List;

/** The configuration cannot be used; each problem is a line for the operator: where, what is wrong, what is allowed. */
public final class BadSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    public BadSettingsException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
