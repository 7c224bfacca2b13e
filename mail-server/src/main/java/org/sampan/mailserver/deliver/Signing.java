package org.sampan.mailserver.deliver;

import java.util.List;
import java.util.Locale;
import org.sampan.mailserver.delivery.StoredMessage;
import org.sampan.mailserver.dkim.DkimKey;
import org.sampan.mailserver.dkim.DkimKeys;
import org.sampan.mailserver.dkim.RelaxedForm;

/**
 * Which mail is signed: posts, and what comes from our own domain. A stranger's mail that is only passed on to a list's owners is not:
 * we do not answer for it.
 */
record Signing(DkimKeys keys, String domain) {
    /** What copies of this message are signed with; empty: they are not. */
    List<DkimKey> keysFor(StoredMessage stored) {
        return keys.keys().isEmpty() || stored.post().isPresent() || isOurs(stored) ? keys.keys() : List.of();
    }

    private boolean isOurs(StoredMessage stored) {
        return stored.message().variants().values().stream().allMatch(this::isFromOurDomain);
    }

    private boolean isFromOurDomain(byte[] message) {
        return new RelaxedForm(message)
                .fields("from").stream()
                        .map(it -> it.value().toLowerCase(Locale.ROOT))
                        .anyMatch(it -> it.endsWith("@" + domain) || it.endsWith("@" + domain + ">"));
    }
}
