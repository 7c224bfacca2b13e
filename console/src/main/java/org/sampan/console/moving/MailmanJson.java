package org.sampan.console.moving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /3.1/lists/LIST/roster/member} of Mailman 3, one answer or the pages of several in an array; and {@code …/config}.
 */
final class MailmanJson {
    private static final Map<String, String> MODES =
            Map.of("mime_digests", "daily", "plaintext_digests", "daily-plain", "summary_digests", "titles");

    private MailmanJson() {}

    static OldRoster read(String text) {
        List<OldMember> people = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        try {
            collect(new ObjectMapper().readTree(text), people, remarks);
        } catch (JsonProcessingException e) {
            remarks.add("no JSON: " + e.getOriginalMessage());
        }
        return new OldRoster(people, remarks);
    }

    /** Texts and lists of texts; numbers and flags as they stand. Empty when it is no JSON. */
    static Map<String, Object> settings(String text) {
        Map<String, Object> values = new LinkedHashMap<>();
        try {
            new ObjectMapper().readTree(text).properties().forEach(it -> {
                JsonNode value = it.getValue();
                if (value.isArray()) {
                    List<Object> texts = new ArrayList<>();
                    value.forEach(each -> texts.add(each.asText()));
                    values.put(it.getKey(), texts);
                } else {
                    values.put(it.getKey(), value.asText());
                }
            });
        } catch (JsonProcessingException e) {
            return Map.of();
        }
        return values;
    }

    private static void collect(JsonNode node, List<OldMember> people, List<String> remarks) {
        if (node.isArray()) {
            node.forEach(each -> collect(each, people, remarks));
        } else if (node.has("entries")) {
            int begun = people.size();
            collect(node.path("entries"), people, remarks);
            if (node.path("total_size").asInt() > people.size()) {
                remarks.add("Mailman has " + node.path("total_size").asInt() + " people and this page "
                        + (people.size() - begun) + ": ask for the others with ?count=100&page=2 and so on");
            }
        } else if (node.has("email")) {
            people.add(member(node, remarks));
        }
    }

    private static OldMember member(JsonNode entry, List<String> remarks) {
        String email = entry.path("email").asText();
        String status = entry.path("delivery_status").asText();
        String mode = MODES.getOrDefault(entry.path("delivery_mode").asText(), "");
        String action = entry.path("moderation_action").asText();
        if (List.of("hold", "reject", "discard").contains(action)) {
            remarks.add(email + ": whose posts were met with '" + action + "' there: ./sampan members set LIST " + email
                    + " moderated=true");
        }
        boolean isOff = !status.isEmpty() && !status.equals("enabled");
        return new OldMember(email, entry.path("display_name").asText()).with(isOff ? "none" : mode);
    }
}
