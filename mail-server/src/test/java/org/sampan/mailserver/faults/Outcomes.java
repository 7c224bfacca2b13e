package org.sampan.mailserver.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.sampan.mailserver.smtp.ReceiverAccount;

/** Compares the ledger of a finished post that was refused to nobody with what the receiver kept for itself. */
final class Outcomes {
    private Outcomes() {}

    static void agree(Map<String, String> ledger, ReceiverAccount receiver) {
        assertThat(ledger.values()).containsOnly("sent");
        assertThat(receiver.missing(ledger.keySet())).as("lost").isEmpty();
        assertThat(ledger.keySet()).isEqualTo(receiver.taken().keySet());
    }
}
