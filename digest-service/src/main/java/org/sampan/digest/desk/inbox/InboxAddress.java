package org.sampan.digest.desk.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** The inbox's address with what is wanted of it. */
record InboxAddress(Map<String, String> fields) {
    private static final String PATH = "/desk/inbox";
    private static final String STATE = "state";

    static InboxAddress ofState(String state) {
        return new InboxAddress(Map.of(STATE, state));
    }

    String state() {
        return fields.getOrDefault(STATE, "");
    }

    /** More is wanted than one state. */
    boolean isNarrowed() {
        return fields.keySet().stream().anyMatch(field -> !field.equals(STATE));
    }

    /** With another value for one field; blank: without it. */
    InboxAddress with(String field, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        if (value.isEmpty()) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return new InboxAddress(changed);
    }

    String text() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
        fields.forEach((field, value) -> address.queryParam(field, "{" + field + "}"));
        return address.encode().buildAndExpand(fields).toUriString();
    }
}
