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
        return count(Outcome.OPEN);
    }

    /** Copies of which that is known. */
    int count(Outcome outcome) {
        int copies = 0;
        for (byte each : this.outcome) {
            if (each == outcome.toByte()) {
                copies++;
            }
        }
        return copies;
    }
}
