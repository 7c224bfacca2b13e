package org.sampan.console.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** JSON as the command line needs it. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Set<String> NUMBERS = Set.of("maxBytes");
    private static final Pattern INSTANT = Pattern.compile("^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)\\.\\d+Z$");
    private static final Set<String> FLAGS = Set.of("moderated");

    private Json() {}

    /** Indented, for people and scripts. */
    static String print(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Words given as KEY=VALUE; what is no number or flag stays text, so that the program that knows says what is wrong. */
    static ObjectNode fields(Map<String, String> words) {
        ObjectNode object = object();
        words.forEach((key, value) -> {
            if (NUMBERS.contains(key) && value.matches("[0-9]{1,18}")) {
                object.put(key, Long.parseLong(value));
            } else if (FLAGS.contains(key) && (value.equals("true") || value.equals("false"))) {
                object.put(key, Boolean.parseBoolean(value));
            } else {
                object.put(key, value);
            }
        });
        return object;
    }

    /** A field as words; empty when it is missing or null. */
    static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isNull() ? "" : value.isContainerNode() ? value.toString() : withoutFraction(value.asText());
    }

    /** Nobody reads microseconds. */
    private static String withoutFraction(String text) {
        return INSTANT.matcher(text).replaceFirst("$1Z");
    }

    /** Every plain field, one a line: {@code name  value}. */
    static String lines(JsonNode object) {
        int width = 0;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            width = Math.max(width, field.getKey().length());
        }
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            lines.append(name)
                    .append(" ".repeat(width - name.length() + 2))
                    .append(text(object, name))
                    .append('\n');
        }
        return lines.toString();
    }
}
