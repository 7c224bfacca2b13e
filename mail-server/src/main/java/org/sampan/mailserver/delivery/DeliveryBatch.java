package org.sampan.mailserver.delivery;

/**
 * Some recipients of one delivery, leased to one node.
 *
 * @param recipients numbers of persons; 0 is the delivery's own recipient
 * @param outcome one {@link Outcome#toByte} for each recipient; not shared, the holder may write into it
 */
public record DeliveryBatch(long id, long delivery, long[] recipients, byte[] outcome) {
    /** Copies that still have to go. */
    public int open() {
        int open = 0;
        for (byte each : outcome) {
            if (each == 0) {
                open++;
            }
        }
        return open;
    }
}
