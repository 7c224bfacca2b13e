package org.sampan.digest.edit;

import java.util.Optional;

/**
 * One field's new value; empty takes the old one away.
 *
 * @param field as the contract names it
 */
public record Change(String field, Optional<String> value) {
    String needed() {
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() -> new BadEdit(field, field + " must not be empty"));
    }
}
