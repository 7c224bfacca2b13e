package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.storage.TestDatabase;

/** Up, down, and up again. */
@ExtendWith(TestDatabase.class)
class ServerLifeTest {
    @TempDir
    private Path data;

    @Test
    void terminatedServerFreesItsQueueForTheNext(Settings.Database database) throws IOException {
        try (MailSink sink = MailSink.start()) {
            Map<String, String> environment = ServerProcess.environment(database, data, sink);
            try (ServerProcess first = ServerProcess.launch(environment)) {
                first.awaitStarted(data, sink);
                assertThat(first.terminate()).isIn(0, 143);
            }
            try (ServerProcess second = ServerProcess.launch(environment)) {
                RunningServer server = second.awaitStarted(data, sink);
                assertThat(server.rest().get("/health").status()).isEqualTo(200);
            }
        }
    }

    @Test
    void badSettingsAreNamedAndEndTheStart() throws IOException {
        Map<String, String> environment = Map.of("SAMPAN_SMTP_PORT", "99999", "SAMPAN_RELAY_TLS", "sometimes");
        try (ServerProcess process = ServerProcess.launch(environment)) {
            List<String> said = process.awaitEnd();
            assertThat(process.exitCode()).isEqualTo(78);
            assertThat(said)
                    .anyMatch(line -> line.startsWith("sampan: SAMPAN_SMTP_PORT: '99999' is not a number"))
                    .anyMatch(line -> line.startsWith("sampan: SAMPAN_RELAY_TLS: 'sometimes' is not one of"));
        }
    }
}
