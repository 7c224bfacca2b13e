package org.sampan.mailserver.membership;

/** A text from outside as a problem may repeat it. */
final class Shown {
    private static final int LONGEST = 80;

    private Shown() {}

    /** One line without control characters, cut when long. */
    static String of(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }
}
