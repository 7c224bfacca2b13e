package org.sampan.mailserver.proof;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A list of tags, {@code v=1; a=rsa-sha256}, as signatures and their keys are written (RFC 6376 section 3.2). Immutable.
 *
 * @param values by tag, with white space around them taken off
 */
record DkimTags(Map<String, String> values) {
    /** Empty when this is no such list, or a tag comes twice. */
    static Optional<DkimTags> parse(String text) {
        Map<String, String> values = new HashMap<>();
        for (String each : text.split(";")) {
            int equals = each.indexOf('=');
            if (each.isBlank()) {
                continue;
            }
            if (equals < 0
                    || values.put(
                                    each.substring(0, equals).strip(),
                                    each.substring(equals + 1).strip())
                            != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new DkimTags(Map.copyOf(values)));
    }

    String get(String tag, String otherwise) {
        return values.getOrDefault(tag, otherwise);
    }

    boolean has(String tag) {
        return values.containsKey(tag);
    }

    /** A value in which white space means nothing, such as base64. */
    String compact(String tag) {
        return get(tag, "").replaceAll("\\s+", "");
    }
}
