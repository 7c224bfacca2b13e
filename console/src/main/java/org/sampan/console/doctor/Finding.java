package org.sampan.console.doctor;

/**
 * One thing looked at.
 *
 * @param what the thing
 * @param words what was found and, when it is not good, what to do
 */
public record Finding(Gravity gravity, String what, String words) {

    /** How bad it is. */
    public enum Gravity {
        GOOD,
        RISKY,
        WRONG
    }

    static Finding good(String what, String words) {
        return new Finding(Gravity.GOOD, what, words);
    }

    static Finding risky(String what, String words) {
        return new Finding(Gravity.RISKY, what, words);
    }

    static Finding wrong(String what, String words) {
        return new Finding(Gravity.WRONG, what, words);
    }
}
