package org.sampan.digest.statement;

import java.util.Optional;
import org.sampan.digest.mailserver.ListAddress;

/**
 * A list that a version goes to.
 *
 * @param received only to those whom this earlier version was sent to through the list; empty: to the whole list
 * @param again also to those who get it through a list before
 */
public record Destination(ListAddress list, Optional<Integer> received, boolean again) {
    /** Everybody on the list who does not get it through a list before. */
    public static Destination whole(ListAddress list) {
        return new Destination(list, Optional.empty(), false);
    }
}
