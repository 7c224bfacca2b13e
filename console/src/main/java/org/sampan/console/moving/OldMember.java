package org.sampan.console.moving;

import java.util.Map;

/**
 * Somebody on a list elsewhere.
 *
 * @param mode as in our contract; empty: not told
 * @param isTextOnly wants no HTML
 * @param more columns of our import beyond these: {@code organisation}, {@code country}, {@code language}
 */
public record OldMember(String email, String name, String mode, boolean isTextOnly, Map<String, String> more) {
    OldMember(String email, String name) {
        this(email, name, "", false, Map.of());
    }

    public OldMember with(String otherMode) {
        return new OldMember(email, name, otherMode, isTextOnly, more);
    }
}
