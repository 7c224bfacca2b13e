package org.sampan.digest.desk.statement;

import java.util.List;
import java.util.Optional;
import org.sampan.digest.mailserver.DeliveryProgress;
import org.sampan.digest.statement.Handover;

/**
 * How far a mail of a statement is.
 *
 * @param number of the version; 0: the notice of withdrawal
 */
public record SendView(int number, List<Step> steps) {
    /** With one list. {@code delivery}: how the list's readers get it, when that is known. */
    public record Step(Handover handover, Optional<DeliveryProgress> delivery) {
        /** Parts of a hundred of which it is settled. */
        public int percent() {
            return delivery.filter(it -> it.recipients() > 0)
                    .map(it -> (int) (100 * (it.recipients() - it.open()) / it.recipients()))
                    .orElse(100);
        }
    }
}
