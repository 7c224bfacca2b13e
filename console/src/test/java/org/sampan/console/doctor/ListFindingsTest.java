package org.sampan.console.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.console.doctor.Finding.Gravity;

class ListFindingsTest {
    private static final String SAFE = """
            {"address":"members@lists.example","visibility":"private","joining":"closed",
             "senderProof":"aligned","nonMembers":"reject","hideOrigin":"auto"}""";

    @ParameterizedTest
    @CsvSource({
        "aligned, off, senderProof=aligned nonMembers=hold",
        "auto, off, hideOrigin=auto",
        "reject, accept, nonMembers=reject",
        "closed, open, joining=closed"
    })
    void riskOfAPrivateListComesWithItsCure(String good, String bad, String cure) throws IOException {
        assertThat(findings(SAFE.replace("\"" + good + "\"", "\"" + bad + "\"")))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.gravity()).isIn(Gravity.RISKY, Gravity.WRONG);
                    assertThat(it.words()).contains("./sampan lists set members@lists.example " + cure);
                });
    }

    @Test
    void safePrivateListIsGoodAndPublicListsNeedNothing() throws IOException {
        assertThat(findings(SAFE)).singleElement().extracting(Finding::gravity).isEqualTo(Gravity.GOOD);
        assertThat(findings(SAFE.replace("private", "public").replace("auto", "off")))
                .isEmpty();
    }

    private static List<Finding> findings(String list) throws IOException {
        return ListFindings.of(new ObjectMapper().readTree("[" + list + "]"));
    }
}
