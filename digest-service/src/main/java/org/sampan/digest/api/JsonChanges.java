package org.sampan.digest.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sampan.digest.edit.Change;
import tools.jackson.databind.JsonNode;

/** A merge patch (RFC 7396) of plain fields as the changes it asks for; several words are given with commas between them. */
final class JsonChanges {
    private JsonChanges() {}

    /** {@code except}: a field that is read elsewhere. */
    static List<Change> of(JsonNode patch, String except) {
        if (!patch.isObject()) {
            throw Refused.field("body", "the body must be a JSON object with the fields to change");
        }
        List<Change> changes = new ArrayList<>();
        patch.properties().forEach(field -> {
            if (!field.getKey().equals(except)) {
                changes.add(new Change(field.getKey(), value(field.getKey(), field.getValue())));
            }
        });
        return changes;
    }

    private static Optional<String> value(String field, JsonNode value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        if (value.isArray() && value.valueStream().allMatch(JsonNode::isString)) {
            return Optional.of(value.valueStream().map(JsonNode::asString).collect(Collectors.joining(",")));
        }
        if (!value.isValueNode()) {
            throw Refused.field(field, field + " must be one value");
        }
        return Optional.of(value.asString());
    }
}
