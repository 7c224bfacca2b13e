package org.sampan.mailserver.transform;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.sampan.mailserver.domain.OrganisationalDomain;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;

/**
 * The DKIM signatures (RFC 6376) a post came with, and whether they still hold when it is sent on. They are not verified: a
 * made-up one harms only who made it up.
 */
record DkimSignatures(Message received) {
    static DkimSignatures of(Message received) {
        return new DkimSignatures(received);
    }

    /**
     * Whether nothing was changed that a signature of the domain covers.
     *
     * @param strict one of another domain of the same organisation does not do
     */
    boolean holdFor(String domain, boolean strict, Message sent) {
        return Arrays.equals(received.body(), sent.body())
                && received.headers()
                        .all("DKIM-Signature")
                        .map(DkimSignatures::tags)
                        .filter(it -> isOf(domain, strict, it.getOrDefault("d", "")))
                        .anyMatch(it -> coversNothingChanged(it.getOrDefault("h", ""), sent));
    }

    private static boolean isOf(String domain, boolean strict, String signer) {
        return strict ? signer.equalsIgnoreCase(domain) : OrganisationalDomain.sameFor(signer, domain);
    }

    /** A field that is named but not there is signed as missing: adding it breaks the signature too. */
    private boolean coversNothingChanged(String signed, Message sent) {
        return Stream.of(signed.split(":", -1))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .allMatch(it -> areSame(fields(received.headers(), it), fields(sent.headers(), it)));
    }

    private static boolean areSame(List<HeaderField> before, List<HeaderField> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).isSameAs(after.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<HeaderField> fields(Headers headers, String name) {
        return headers.all(name).toList();
    }

    private static Map<String, String> tags(HeaderField signature) {
        Map<String, String> tags = new HashMap<>();
        for (String part : signature.value().split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                tags.putIfAbsent(
                        part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        part.substring(equals + 1).strip());
            }
        }
        return tags;
    }
}
