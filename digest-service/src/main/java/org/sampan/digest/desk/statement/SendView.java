package org.sampan.digest.desk.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sampan.digest.mailserver.DeliveryProgress;
import org.sampan.digest.statement.Handover;

/**
 * How far a mail of a statement is.
 *
 * @param number of the version; 0: the notice of withdrawal
 */
public record SendView(int number, List<Step> steps) {
    private static final Set<Handover.Step> UNDER_WAY =
            Set.of(Handover.Step.WAITING, Handover.Step.TAKEN, Handover.Step.STOPPING);

    /** Nothing of it is left that could be stopped. */
    public boolean isOver() {
        return steps.stream()
                .allMatch(step -> !UNDER_WAY.contains(step.handover().step()) || step.isDelivered());
    }

    /** With one list. {@code delivery}: how the list's readers get it, when that is known. */
    public record Step(Handover handover, Optional<DeliveryProgress> delivery) {
        boolean isDelivered() {
            return delivery.filter(it -> it.recipients() > 0 && it.open() + it.deferred() == 0)
                    .isPresent();
        }

        /** Parts of a hundred of which it is settled. */
        public int percent() {
            return delivery.filter(it -> it.recipients() > 0)
                    .map(it -> (int) (100 * (it.recipients() - it.open()) / it.recipients()))
                    .orElse(100);
        }
    }
}
