package org.sampan.console.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.console.supervise.StopSignal;

/** The real PostgreSQL: created, started, killed, taken up again. */
class EmbeddedPostgresTest {

    /** One for all tests: unpacking is slow, and the database beside it is made anew each time. */
    @TempDir
    private static Path data = Path.of("");

    private final int port = freePort();

    @BeforeEach
    void noDatabase() throws IOException {
        Folders.delete(data.resolve("postgres"));
    }

    @AfterEach
    void nothingRuns() {
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void whatWasCommittedSurvivesAKill() throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.prepare(data, port);
        Process first = start(postgres);
        execute(postgres, "CREATE TABLE promise (kept text)");
        execute(postgres, "INSERT INTO promise VALUES ('250')");
        first.destroyForcibly().waitFor();

        EmbeddedPostgres again = EmbeddedPostgres.prepare(data, port);
        Process second = start(again);
        try (Connection connection = connect(again);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT kept FROM promise")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("250");
        }
        stop(second);
    }

    @Test
    @EnabledIf("root")
    void rootCanRunItAsNobodyWhereUserNamespacesAreForbidden() throws Exception {
        Path binaries = PostgresBinaries.forThisMachine().unpackInto(data);
        EmbeddedPostgres postgres = EmbeddedPostgres.prepare(data, port, PostgresAccount.nobody(data, binaries));
        Process process = start(postgres);
        execute(postgres, "CREATE TABLE promise (kept text)");
        assertThat(Files.getAttribute(Path.of("/proc/" + process.pid()), "unix:uid"))
                .isEqualTo(65_534);
        stop(process);

        // The next time the other way works again: the files change hands.
        Process later = start(EmbeddedPostgres.prepare(data, port));
        stop(later);
    }

    @Test
    void numberOfAnotherProcessInAStaleFileDoesNotKeepItFromStarting() throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.prepare(data, port);
        start(postgres).destroyForcibly().waitFor();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        Path file = data.resolve("postgres/postmaster.pid");
        String stale = Files.readString(file).replaceFirst("^[0-9]+", Long.toString(stranger.pid()));
        Files.writeString(file, stale);

        Process later = start(EmbeddedPostgres.prepare(data, port));
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
        stop(later);
    }

    @Test
    void lostPasswordIsMadeAnew() throws Exception {
        EmbeddedPostgres.prepare(data, port);
        Files.delete(data.resolve("database.password"));
        EmbeddedPostgres postgres = EmbeddedPostgres.prepare(data, port);
        Process process = start(postgres);
        execute(postgres, "SELECT 1");
        stop(process);
    }

    @Test
    void databaseOfAnotherMajorVersionIsRefused() throws IOException {
        EmbeddedPostgres.prepare(data, port);
        Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.prepare(data, port))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining("was made by PostgreSQL 17");
    }

    static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    private static Process start(EmbeddedPostgres postgres) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(postgres.command())
                .directory(postgres.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("postgres.log").toFile());
        builder.environment().clear();
        builder.environment().putAll(postgres.environment());
        Process process = builder.start();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!postgres.ready(process.pid())) {
            assertThat(process.isAlive() && System.nanoTime() < until)
                    .as(Files.readString(data.resolve("postgres.log")))
                    .isTrue();
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return process;
    }

    private static void stop(Process process) throws InterruptedException {
        StopSignal.INT.send(process.toHandle());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.username(), postgres.password());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
