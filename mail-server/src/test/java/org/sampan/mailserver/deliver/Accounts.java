package org.sampan.mailserver.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.sampan.mailserver.delivery.DeliveryProgress;
import org.sampan.mailserver.delivery.LedgerUnderTest;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.smtp.ReceiverAccount;

/** Compares the ledger with what the receiver kept for itself. */
final class Accounts {
    private Accounts() {}

    /**
     * For a finished post: sent is whoever got it, failed whoever was refused last, and the counts agree. Whom the receiver never heard
     * of, since the sender was refused before, cannot have been sent anything.
     */
    static void agree(LedgerUnderTest ledger, PostId post, ReceiverAccount receiver) {
        Map<String, String> told = ledger.statuses(post);
        Map<String, String> seen = new HashMap<>(told);
        seen.replaceAll((email, status) -> status.equals("sent") ? "never heard of" : status);
        receiver.entries().forEach((email, entry) -> seen.put(email, status(entry)));
        assertThat(differences(told, seen)).as("the ledger and the receiver").isEmpty();
        DeliveryProgress progress = ledger.progress(post);
        assertThat(progress.sent()).isEqualTo(count(told, "sent"));
        assertThat(progress.failed()).isEqualTo(count(told, "failed"));
        assertThat(progress.deferred()).isEqualTo(count(told, "deferred") + count(told, "retrying"));
        assertThat(progress.recipients()).isEqualTo(told.size());
    }

    private static String status(ReceiverAccount.Entry entry) {
        if (entry.taken() > 0) {
            return "sent";
        }
        return entry.isRefused() ? "failed" : "deferred";
    }

    private static List<String> differences(Map<String, String> told, Map<String, String> seen) {
        Set<String> everybody = new TreeSet<>(told.keySet());
        everybody.addAll(seen.keySet());
        return everybody.stream()
                .filter(it -> !Objects.equals(told.get(it), seen.get(it)))
                .map(it -> it + ": " + told.get(it) + " in the ledger, " + seen.get(it) + " at the receiver")
                .toList();
    }

    private static long count(Map<String, String> seen, String status) {
        return seen.values().stream().filter(status::equals).count();
    }
}
