package org.sampan.console.moving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** listmonk's export of subscribers: {@code uuid,email,name,attributes,status,created_at,updated_at}. */
final class ListmonkTable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .get();
    /** As people call them there, and as ours. */
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "organisation", "organisation",
            "organization", "organisation",
            "country", "country",
            "language", "language",
            "lang", "language",
            "timezone", "timezone");

    private ListmonkTable() {}

    static boolean isHeader(String line) {
        return List.of(line.replace("\"", "").split(",")).containsAll(List.of("email", "status", "attributes"));
    }

    static OldRoster read(String text) {
        List<OldMember> people = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        try (CSVParser table = CSVParser.parse(text, FORMAT)) {
            for (CSVRecord row : table) {
                String email = row.get("email").strip();
                switch (row.get("status")) {
                    case "enabled" -> people.add(member(email, row, remarks));
                    case "blocklisted" -> remarks.add(email + ": wants no mail at all (blocklisted): left out");
                    default -> people.add(member(email, row, remarks).with("none"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            remarks.add("the table breaks off behind " + people.size() + " people: " + e.getMessage());
        }
        return new OldRoster(people, remarks);
    }

    private static OldMember member(String email, CSVRecord row, List<String> remarks) {
        Map<String, String> more = new LinkedHashMap<>();
        attributes(email, row, remarks).properties().forEach(attribute -> {
            String ours = ATTRIBUTES.get(attribute.getKey());
            if (ours != null && attribute.getValue().isTextual()) {
                more.put(ours, attribute.getValue().asText());
            } else {
                remarks.add(email + ": attribute " + attribute.getKey() + " does not come along");
            }
        });
        return new OldMember(email, row.isMapped("name") ? row.get("name") : "", "", false, more);
    }

    private static JsonNode attributes(String email, CSVRecord row, List<String> remarks) {
        try {
            JsonNode attributes = JSON.readTree(row.get("attributes"));
            return attributes.isObject() ? attributes : JSON.createObjectNode();
        } catch (JsonProcessingException e) {
            remarks.add(email + ": its attributes cannot be read");
            return JSON.createObjectNode();
        }
    }
}
