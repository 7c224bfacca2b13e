package org.sampan.console.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the templates of editions, as the newsroom finds them. */
final class TemplateFindings {

    private TemplateFindings() {}

    /** @param broken of {@code GET /api/templates} */
    static List<Finding> of(JsonNode broken) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode one : broken) {
            String stops = one.path("series").isTextual()
                    ? "the series " + one.path("series").asText() + " cannot be printed"
                    : "no series can be printed";
            findings.add(Finding.wrong(
                    "templates",
                    one.path("problem").asText() + "; until it is mended " + stops + "; no restart is needed"));
        }
        return findings.isEmpty()
                ? List.of(Finding.good("templates", "every series can be printed in each of its languages"))
                : findings;
    }
}
