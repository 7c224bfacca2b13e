package org.sampan.console.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Rows of text in columns. May be printed in portions: the titles come once, and columns only ever grow. */
public final class Table {

    private static final int WIDEST = 60;

    private final List<TerminalText[]> rows = new ArrayList<>();
    private final int[] widths;

    public Table(String... titles) {
        widths = new int[titles.length];
        add(Arrays.stream(titles).map(title -> title.toUpperCase(Locale.ROOT)).toArray(String[]::new));
    }

    /** One cell for each title; a cell wider than 60 columns is cut. */
    public void row(String... cells) {
        add(cells);
    }

    /** Rows added and not yet printed. */
    public int waiting() {
        return rows.size();
    }

    /** Prints what was added since the last time. */
    public void print(PrintStream out) {
        for (TerminalText[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i].text()).append(" ".repeat(widths[i] - row[i].columns() + 2));
            }
            out.println(line.toString().stripTrailing());
        }
        rows.clear();
    }

    private void add(String... cells) {
        TerminalText[] row = new TerminalText[widths.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = TerminalText.of(cells[i]).atMost(WIDEST);
            widths[i] = Math.max(widths[i], row[i].columns());
        }
        rows.add(row);
    }
}
