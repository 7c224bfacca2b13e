package org.sampan.mailserver.mailinglist;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A list as REST takes it: what is not named stays, what is {@code null} gets its standard (RFC 7396). */
final class ListRequest {
    private static final String ADDRESS = "address";
    private final Map<String, JsonNode> fields = new LinkedHashMap<>();

    @JsonAnySetter
    void set(String field, JsonNode value) {
        fields.put(field, value);
    }

    /** @throws IllegalArgumentException naming the first field that is not sound */
    ListSettings newList(String domain) {
        String address = address()
                .orElseThrow(() -> new IllegalArgumentException("address: must be there, such as news@" + domain));
        return apply(ListSettings.of(listAddress(address, domain)));
    }

    /** @throws IllegalArgumentException naming the first field that is not sound */
    ListSettings changing(ListSettings settings) {
        if (!address()
                .orElse(settings.address().toString())
                .equalsIgnoreCase(settings.address().toString())) {
            throw new IllegalArgumentException("address: cannot be changed; make a new list and import its members");
        }
        return apply(settings);
    }

    private Optional<String> address() {
        return Optional.ofNullable(fields.get(ADDRESS))
                .filter(it -> !it.isNull())
                .map(JsonNode::asText);
    }

    private ListSettings apply(ListSettings settings) {
        ListSettings changed = settings;
        for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
            String name = field.getKey();
            if (!name.equals(ADDRESS)) {
                changed = field.getValue().isNull()
                        ? changed.without(name)
                        : changed.with(name, text(name, field.getValue()).strip());
            }
        }
        return changed;
    }

    private static String text(String name, JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(it -> text(name, it))
                    .collect(Collectors.joining(","));
        }
        if (!value.isValueNode()) {
            throw new IllegalArgumentException(name + ": must be one value");
        }
        return value.asText();
    }

    private static ListAddress listAddress(String text, String domain) {
        try {
            ListAddress address = ListAddress.of(text.strip());
            address.requireDomain(domain);
            return address;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("address: " + e.getMessage(), e);
        }
    }
}
