package org.sampan.digest.listdigest;

import java.time.Instant;
import java.util.List;
import org.sampan.digest.mailserver.DeliveryMode;
import org.sampan.digest.mailserver.ListAddress;

/**
 * Posts to be gathered.
 *
 * @param zones time zones of the readers, as they gave them
 * @param period when its posts were received
 * @param occasion what all digests of one issue share, whatever the mode or zone: the day it is due, or the moment it was full
 */
public record NewListDigest(ListAddress list, DeliveryMode mode, List<String> zones, Period period, String occasion) {
    public NewListDigest {
        zones = List.copyOf(zones);
    }

    /** @param since not including it @param until including it */
    public record Period(Instant since, Instant until) {
        public boolean contains(Instant moment) {
            return moment.isAfter(since) && !moment.isAfter(until);
        }
    }
}
