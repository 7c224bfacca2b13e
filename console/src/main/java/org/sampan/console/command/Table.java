package org.sampan.console.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of text in columns, for a terminal. What strangers wrote (subjects, names) may stand in it: see {@link TerminalText}. */
final class Table {

    private static final int WIDEST = 60;

    private final List<TerminalText[]> rows = new ArrayList<>();

    Table(String... titles) {
        TerminalText[] head = new TerminalText[titles.length];
        for (int i = 0; i < titles.length; i++) {
            head[i] = TerminalText.of(titles[i].toUpperCase(Locale.ROOT));
        }
        rows.add(head);
    }

    void row(String... cells) {
        TerminalText[] row = new TerminalText[cells.length];
        for (int i = 0; i < cells.length; i++) {
            row[i] = TerminalText.of(cells[i]).atMost(WIDEST);
        }
        rows.add(row);
    }

    void print(PrintStream out) {
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        for (TerminalText[] row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row[i].columns());
            }
        }
        for (TerminalText[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row[i].text()).append(" ".repeat(widths[i] - row[i].columns() + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
