package org.sampan.mailserver.membership;

/**
 * A value in a file that people open with a spreadsheet. There, what begins like a formula would be run: an apostrophe in front
 * of it keeps it a text. Reading takes the apostrophe away again, so that what was written comes back as it was.
 */
final class SpreadsheetCell {
    private static final String FORMULAS = "=+-@\t\r";
    private static final String GUARD = "'";

    private SpreadsheetCell() {}

    static String guarded(String value) {
        return isInNeed(value) ? GUARD + value : value;
    }

    static String plain(String cell) {
        return cell.startsWith(GUARD) && isInNeed(cell.substring(1)) ? cell.substring(1) : cell;
    }

    /** Also what begins with an apostrophe itself, or reading would take that away. */
    private static boolean isInNeed(String value) {
        return !value.isEmpty() && (value.startsWith(GUARD) || FORMULAS.indexOf(value.charAt(0)) >= 0);
    }
}
