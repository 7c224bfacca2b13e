package org.sampan.mailserver.delivery;

import org.sampan.mailserver.membership.Audience;

/**
 * Who is to get a post, and when.
 *
 * @param audience which of the list's readers
 * @param named whom the post itself names
 */
public record Readership(Audience audience, Correspondents named, DeliveryTime time) {
    /** Everybody who gets each post, now. */
    public static final Readership OF_EACH_POST =
            new Readership(Audience.OF_EACH_POST, Correspondents.NOBODY, DeliveryTime.NOW);

    /** @param named whom the post itself names */
    public static Readership ofEachPost(Correspondents named) {
        return new Readership(Audience.OF_EACH_POST, named, DeliveryTime.NOW);
    }
}
