package org.sampan.console.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.console.doctor.Finding.Gravity;

class ListFindingsTest {
    private static final String LIST =
            "{\"list\":\"members@lists.example\",\"visibility\":\"private\",\"warnings\":[%s]}";

    @ParameterizedTest
    @CsvSource({
        "believes-from, lists set members@lists.example senderProof=aligned nonMembers=hold",
        "shows-origins, lists set members@lists.example hideOrigin=auto",
        "takes-all-posts, lists set members@lists.example nonMembers=reject",
        "anybody-joins, lists set members@lists.example joining=closed",
        "nobody-moderates, stewards add members@lists.example owners",
        "emergency-stop, lists set members@lists.example emergencyStop=false",
        "ailing-members, members list members@lists.example --standing suspended",
        "send-paused, delivery resume members@lists.example POST"
    })
    void riskOfAListComesWithItsCure(String warning, String cure) throws IOException {
        assertThat(findings(LIST.formatted("\"" + warning + "\"")))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.gravity()).isIn(Gravity.RISKY, Gravity.WRONG);
                    assertThat(it.words()).contains("./sampan " + cure);
                });
    }

    @Test
    void safePrivateListIsGoodAndPublicListsNeedNothing() throws IOException {
        assertThat(findings(LIST.formatted("")))
                .singleElement()
                .extracting(Finding::gravity)
                .isEqualTo(Gravity.GOOD);
        assertThat(findings(LIST.formatted("").replace("private", "public"))).isEmpty();
    }

    @Test
    void contractsOverviewIsUnderstood() throws IOException {
        JsonNode overview =
                new ObjectMapper().readTree(Files.readString(Path.of("..", "config", "contract", "overview.json")));
        assertThat(ListFindings.of(overview.path("lists"))).hasSize(4).noneMatch(it -> it.gravity() == Gravity.GOOD);
    }

    private static List<Finding> findings(String list) throws IOException {
        return ListFindings.of(new ObjectMapper().readTree("[" + list + "]"));
    }
}
