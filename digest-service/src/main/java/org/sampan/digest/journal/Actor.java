package org.sampan.digest.journal;

/**
 * Who did something: an editor, by address, or a part of the program.
 *
 * @param name as it is shown
 */
public record Actor(String name) {
    /** Whoever holds the operator's token: REST and command line. */
    public static final Actor OPERATOR = new Actor("operator");
    /** What happens by itself when it is due. */
    public static final Actor SCHEDULE = new Actor("schedule");
}
