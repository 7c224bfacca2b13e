package org.sampan.mailserver.delivery;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sampan.mailserver.post.PostId;

/**
 * Stops sends, for a while or for good, and lets them go on. Each is one transaction that all nodes hear of at once; what is under
 * way on their connections at that moment still arrives, and is counted. Safe for many threads and many nodes.
 */
public interface HaltedDeliveries {
    /** A post is paused by itself when so many copies were offered … */
    int ATTEMPTS_BEFORE_PAUSE = 200;

    /** … and at least this share of them, in percent, was refused for good. */
    int REFUSED_PERCENT_TO_PAUSE = 20;

    /**
     * @param by who does it, as to be shown; at most {@value Halt#LONGEST_NAME} characters
     * @return false, and nothing done, unless it is being sent
     */
    boolean pause(PostId post, String by);

    /**
     * Pauses whatever posts are being sent, as {@code delivery.hold} asks.
     *
     * @return how many
     */
    int pauseAll();

    /**
     * Goes on. From then on the send does not pause itself any more: a person has looked at the refusals.
     *
     * @return false, and nothing done, unless it is paused
     */
    boolean resume(PostId post);

    /**
     * Ends the send: every copy that was not offered yet, or waits to be tried again, counts as cancelled. A copy that turns out to
     * have been under way is counted as what became of it.
     *
     * @param by who does it, as to be shown; at most {@value Halt#LONGEST_NAME} characters
     * @return false, and nothing done, unless it is being sent or paused
     */
    boolean cancel(PostId post, String by);

    /** Numbers of the deliveries of which nothing may be sent: paused ones, and those cancelled lately. */
    Set<Long> now();

    /**
     * Has the owners told of one send that paused itself. What {@code tell} writes into the database is one transaction with
     * the mark that they are told: when it fails, or the node dies meanwhile, they are told another time. No two nodes tell of the
     * same send.
     *
     * @return false when there is none left to tell of
     */
    boolean tellOfOne(Consumer<PausedSend> tell);

    /** Where a link leads to; empty when there is no such delivery, or it is no post's. */
    Optional<PausedSend> find(long delivery);

    /** @param list number of the list */
    record PausedSend(long delivery, PostId post, long list) {}
}
