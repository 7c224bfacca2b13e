package org.sampan.mailserver.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.RestUnderTest;
import org.sampan.mailserver.settings.Settings;

class DkimRoutesTest {
    @TempDir
    private Path data;

    @Test
    void recordsAreShownAsTheContractHasThem() {
        DkimKeys keys = DkimKeys.of(Settings.from(Map.of("SAMPAN_DATA", data.toString(), "SAMPAN_DKIM_SIGN", "both")));
        try (RestUnderTest rest = RestUnderTest.serving(new DkimRoutes(keys, new Json()))) {
            JsonNode sample = RestUnderTest.contract("dkim.json");
            JsonNode shown =
                    rest.get("/dkim").hasStatus(200).hasShapeOf("dkim.json").body();
            assertThat(shown.path("records").findValuesAsText("name"))
                    .isEqualTo(sample.path("records").findValuesAsText("name"));
            assertThat(shown.path("records").findValuesAsText("value").get(1))
                    .hasSameSizeAs(
                            sample.path("records").findValuesAsText("value").get(1));
        }
    }
}
