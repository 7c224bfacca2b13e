package org.sampan.console.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sampan.console.doctor.Finding.Gravity;

class TemplateFindingsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void brokenTemplateOfTheContractIsToldWithFileLineAndWhatItStops() throws IOException {
        JsonNode sample =
                JSON.readTree(Path.of("../config/contract/templates.json").toFile());
        assertThat(TemplateFindings.of(sample.get("broken"))).singleElement().satisfies(it -> {
            assertThat(it.gravity()).isEqualTo(Gravity.WRONG);
            assertThat(it.words())
                    .contains("mekong-weekly/edition.txt.ftl:12: ", "the series mekong-weekly cannot be printed");
        });
    }

    @Test
    void templateOfAllSeriesStopsAllAndNoneIsGood() throws IOException {
        JsonNode shared = JSON.readTree("[{\"series\":null,\"problem\":\"templates/edition/edition.txt.ftl:1: x\"}]");
        assertThat(TemplateFindings.of(shared))
                .extracting(Finding::words)
                .allMatch(words -> words.contains("no series can be printed"));
        assertThat(TemplateFindings.of(JSON.createArrayNode()))
                .extracting(Finding::gravity)
                .isEqualTo(List.of(Gravity.GOOD));
    }
}
