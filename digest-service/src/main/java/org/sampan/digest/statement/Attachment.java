package org.sampan.digest.statement;

import java.util.regex.Pattern;

/**
 * A file that goes with a statement.
 *
 * @param name as readers see it; no path, no control characters
 * @param type a MIME type without parameters
 */
@SuppressWarnings("ArrayRecordComponent") // never changed after it was read, compared by nobody
public record Attachment(String name, String type, byte[] bytes) {
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,127}/[A-Za-z0-9!#$&^_.+-]{1,127}");
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]+");
    private static final int LONGEST_NAME = 120;

    /** {@code name} may come from any browser: what no file system takes becomes a hyphen. */
    public static Attachment of(String name, String type, byte[] bytes) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = UNFIT.matcher(last).replaceAll("-").strip();
        String shown = clean.isEmpty() ? "attachment" : clean;
        return new Attachment(
                shown.length() > LONGEST_NAME ? shown.substring(shown.length() - LONGEST_NAME) : shown,
                TYPE.matcher(type).matches() ? type : "application/octet-stream",
                bytes);
    }
}
