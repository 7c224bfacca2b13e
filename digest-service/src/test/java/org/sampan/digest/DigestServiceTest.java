package org.sampan.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.impl.matchers.GroupMatcher;
import org.sampan.digest.fixture.RunningDigestService;
import org.sampan.digest.settings.BadSettings;

class DigestServiceTest {
    private static RunningDigestService service;

    @BeforeAll
    static void start() {
        service = RunningDigestService.start(Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void healthIsDownWhileTheMailServerIsAway() {
        var answer = service.send(HttpRequest.newBuilder(service.at("/health")));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .isEqualTo("{\"status\":\"down\",\"parts\":{\"database\":\"up\",\"mailServer\":\"down\"}}");
    }

    @Test
    void apiRefusesWhoHasNoToken() {
        var answer = service.send(HttpRequest.newBuilder(service.at("/api/clippings")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void apiRefusesAWrongToken() {
        var answer = service.send(
                HttpRequest.newBuilder(service.at("/api/clippings")).header("Authorization", "Bearer wrong"));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void scheduleOfOneServiceOutlivesAnotherInTheSameProcess() throws Exception {
        RunningDigestService.start(Map.of()).close();

        assertThat(service.bean(Scheduler.class).getJobKeys(GroupMatcher.anyJobGroup()))
                .contains(new JobKey("clippings by mail", "sampan"));
    }

    @Test
    void everyMissingAndBadSettingIsNamed() {
        Map<String, String> environment = new HashMap<>(RunningDigestService.environment());
        environment.remove("SAMPAN_DOMAIN");
        environment.put("SAMPAN_WEB_PORT", "eighty");
        environment.put("SAMPAN_COLLECT_ALLOWPRIVATEADDRESSES", "perhaps");

        assertThatThrownBy(() -> DigestService.start(environment))
                .isInstanceOfSatisfying(
                        BadSettings.class,
                        bad -> assertThat(bad.problems())
                                .hasSize(3)
                                .anyMatch(problem -> problem.startsWith("SAMPAN_DOMAIN: missing"))
                                .contains(
                                        "web.port (SAMPAN_WEB_PORT): not a port: 'eighty'",
                                        "collect.allowPrivateAddresses (SAMPAN_COLLECT_ALLOWPRIVATEADDRESSES): neither true"
                                                + " nor false: 'perhaps'"));
    }

    @Test
    void brokenTemplateOfASeriesStopsTheStartWithItsFileAndLine(@TempDir Path config) throws IOException {
        Path own = Files.createDirectories(config.resolve("editions").resolve("mekong-weekly"));
        for (String name : List.of("editions.yaml", "sources.yaml")) {
            Files.copy(RunningDigestService.checkout().resolve("config").resolve(name), config.resolve(name));
        }
        Files.writeString(own.resolve("edition.txt.ftl"), "${series}\n${nothingOfThisName}\n");
        Map<String, String> environment = new HashMap<>(RunningDigestService.environment());
        environment.put("SAMPAN_CONFIG", config.toString());

        assertThatThrownBy(() -> DigestService.start(environment))
                .rootCause()
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("edition.txt.ftl:2: ")
                .hasMessageContaining("nothingOfThisName");
    }
}
