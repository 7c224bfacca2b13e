package org.sampan.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.impl.matchers.GroupMatcher;
import org.sampan.digest.fixture.RunningDigestService;
import org.sampan.digest.settings.BadSettings;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    void whatTheDatabaseRefusesIsToldWithoutTheAddress() {
        JdbcClient database = service.bean(JdbcClient.class);
        String sql = "insert into editor (email, added_by, added_at) values ('alice@harbour.example', '', now())";
        database.sql(sql).update();

        assertThatThrownBy(() -> database.sql(sql).update())
                .isInstanceOf(DuplicateKeyException.class)
                .rootCause()
                .message()
                .contains("editor_pkey")
                .doesNotContain("alice");
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
}
