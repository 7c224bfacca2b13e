package org.sampan.console.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.console.command.CommandLineInterface;
import org.sampan.console.supervise.ProcessIdentity;
import org.sampan.console.supervise.RunFolder;
import org.sampan.console.supervise.StopSignal;

/**
 * The launcher as the operator sees it, with real processes: this test calls the commands, they start a real supervisor, the real
 * PostgreSQL and {@link StandIn}s for the two programs. One installation for all tests, in order.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherJourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private Path home = Path.of("");

    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    void installation(@TempDir Path folder) throws IOException {
        home = folder;
        environment.keySet().removeIf(name -> name.startsWith("SAMPAN_"));
        environment.put("SAMPAN_HOME", home.toString());
        List<String> ports = List.of("SMTP_PORT", "SUBMISSION_PORT", "ADMIN_PORT", "WEB_PORT", "DATABASE_PORT");
        for (String port : ports) {
            environment.put("SAMPAN_" + port, Integer.toString(freePort()));
        }
        environment.put("SAMPAN_MAIL_MEMORY", "32m");
        environment.put("SAMPAN_DIGEST_MEMORY", "32m");
        program("mail-server");
        program("digest-service");
    }

    @AfterAll
    void endEverything() {
        sampan("stop");
    }

    @Test
    @Order(1)
    void statusSaysThatNothingRuns() {
        assertThat(sampan("status")).isEqualTo(1);
        assertThat(text(out)).contains("mail-server", "down").doesNotContain(" up ");
    }

    @Test
    @Order(2)
    void startReturnsWhenBothProgramsAnswer() {
        assertThat(sampan("start")).as(text(err)).isZero();
        assertThat(sampan("status")).as(text(out)).isZero();
        assertThat(text(out)).contains("postgres", "up", "ok");
    }

    @Test
    @Order(3)
    void secretsAreTheirOwnersAlone() throws IOException {
        for (String secret : List.of("admin.token", "digest-service.password", "database.password")) {
            Path file = data().resolve(secret);
            assertThat(Files.readString(file).strip()).hasSizeGreaterThanOrEqualTo(43);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    @Order(4)
    void databaseIsDurableAndTakesThePasswordOnly() throws SQLException, IOException {
        try (Connection connection = database()) {
            assertThat(show(connection, "fsync")).isEqualTo("on");
            assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(show(connection, "server_encoding")).isEqualTo("UTF8");
            assertThat(show(connection, "is_superuser")).isEqualTo("off");
        }
        assertThat(catchThrowable(() -> DriverManager.getConnection(databaseUrl(), "sampan", "wrong")
                        .close()))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    @Order(5)
    void secondStartSaysThatItRunsAlready() {
        assertThat(sampan("start")).isZero();
        assertThat(text(out)).contains("runs already");
    }

    @Test
    @Order(6)
    void killedMailServerIsHealed() {
        long killed = pid("mail-server");
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        await("mail-server runs again", () -> pid("mail-server") != 0 && pid("mail-server") != killed);
        await("all up", () -> sampan("status") == 0);
    }

    @Test
    @Order(7)
    void killedPostgresIsHealed() {
        long killed = pid("postgres");
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        await("postgres runs again", () -> pid("postgres") != 0 && pid("postgres") != killed);
        await("all up", () -> sampan("status") == 0);
    }

    @Test
    @Order(8)
    void logsShowWhatAPartWrote() {
        assertThat(sampan("logs", "mail-server")).isZero();
        assertThat(text(out)).contains("event=started module=mail-server url=jdbc:postgresql://127.0.0.1");
        assertThat(sampan("logs", "nobody")).isEqualTo(2);
    }

    @Test
    @Order(8)
    void backupOfARunningInstallationIsRestoredOnABlankMachine(@TempDir Path elsewhere) throws Exception {
        Path backup = elsewhere.resolve("sampan.tar.gz");
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE promise (kept text)");
            statement.execute("INSERT INTO promise SELECT repeat('250 ', 1000) FROM generate_series(1, 5000)");
            Files.createDirectories(data().resolve("queue/journal"));
            Files.writeString(data().resolve("queue/journal/db-1.log"), "a mail that waits");
            Files.writeString(data().resolve("queue/journal/db.data"), "the index of another moment");
            assertThat(sampan("backup", backup.toString())).as(text(err)).isZero();
            statement.execute("DROP TABLE promise");
        }
        assertThat(sampan("backup", backup.toString())).isEqualTo(1);
        assertThat(text(err)).contains("it is there already", "--replace");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertThat(sampan("restore", backup.toString())).isEqualTo(1);
        assertThat(text(err)).contains("stop");

        environment.put("SAMPAN_DATA", elsewhere.resolve("data").toString());
        try {
            restore(backup, elsewhere);
        } finally {
            environment.remove("SAMPAN_DATA");
        }
    }

    private void restore(Path backup, Path elsewhere) throws IOException {
        assertThat(sampan("restore", backup.toString(), "--check"))
                .as(text(err))
                .isZero();
        assertThat(text(out)).contains("is whole", "5,000 rows in 1 tables");
        assertThat(elsewhere.resolve("data/postgres")).doesNotExist();
        assertThat(sampan("restore", backup.toString())).as(text(err)).isZero();
        assertThat(elsewhere.resolve("data/queue/journal/db-1.log")).hasContent("a mail that waits");
        assertThat(elsewhere.resolve("data/queue/journal/db.data")).doesNotExist();
        assertThat(elsewhere.resolve("data/scratch")).doesNotExist();
        assertThat(elsewhere.resolve("data/admin.token")).hasSameBinaryContentAs(home.resolve("data/admin.token"));
        assertThat(sampan("restore", backup.toString())).isEqualTo(1);
        assertThat(text(err)).contains("postgres is there already, and nothing is overwritten");

        // A backup of one that does not run is as good.
        Path second = elsewhere.resolve("second.tar.gz");
        assertThat(sampan("backup", second.toString(), "--json")).as(text(err)).isZero();
        assertThat(text(out)).contains("\"database\" : true");
        assertThat(sampan("restore", second.toString(), "--check", "--json"))
                .as(text(err))
                .isZero();
        assertThat(text(out)).contains("\"public.promise\" : 5000");
    }

    @Test
    @Order(9)
    void partsOfAKilledSupervisorAreEndedByStop() {
        ProcessHandle.of(pid(Run.SUPERVISOR)).orElseThrow().destroyForcibly();
        await("supervisor is gone", () -> pid(Run.SUPERVISOR) == 0);
        List<ProcessIdentity> left = run().entries().stream()
                .map(RunFolder.Entry::process)
                .filter(ProcessIdentity::alive)
                .toList();
        assertThat(left).hasSize(3);
        assertThat(sampan("status")).isEqualTo(1);
        assertThat(text(out)).contains("left-behind");
        assertThat(sampan("stop")).isZero();
        assertThat(left).noneMatch(ProcessIdentity::alive);
    }

    @Test
    @Order(10)
    void numberThatNowBelongsToAnotherProcessIsSpared() throws IOException {
        Process stranger = new ProcessBuilder("sleep", "600").start();
        ProcessIdentity reused = new ProcessIdentity(stranger.pid(), "another boot/1");
        run().write(new RunFolder.Entry("mail-server", reused, Instant.now(), 0, StopSignal.TERM));
        assertThat(sampan("stop")).isZero();
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    @Test
    @Order(11)
    void startEndsWithTheReasonWhenAProgramRefusesItsConfiguration() throws IOException {
        behave("bad-configuration");
        assertThat(sampan("start")).isEqualTo(1);
        assertThat(text(err))
                .contains("mail-server ended with exit 78", "config/lists.yaml:3: joining cannot be \"maybe\"");
        assertThat(run().entries()).noneMatch(entry -> entry.process().alive());
    }

    @Test
    @Order(12)
    void startEndsWhenAProgramKeepsDying() throws IOException {
        behave("die");
        assertThat(sampan("start")).isEqualTo(1);
        assertThat(text(err)).contains("mail-server ended 3 times at once");
        assertThat(run().entries()).noneMatch(entry -> entry.process().alive());
    }

    @Test
    @Order(13)
    void portInUseIsSaidBeforehandWithItsKey() throws IOException {
        behave("");
        try (ServerSocket taken = new ServerSocket(Integer.parseInt(environment.getOrDefault("SAMPAN_WEB_PORT", "")))) {
            assertThat(sampan("start")).isEqualTo(1);
            assertThat(text(err)).contains("port " + taken.getLocalPort(), "web.port", "SAMPAN_WEB_PORT");
        }
    }

    @Test
    @Order(14)
    void startsAgainOnTheSameDataWithoutWhatWasUnderWay() throws IOException {
        Path left = Files.writeString(data().resolve("scratch/mail-server/left-by-a-kill.eml"), "a member's post");
        assertThat(sampan("start")).as(text(err)).isZero();
        assertThat(left).doesNotExist();
        assertThat(left.getParent()).isDirectoryContaining("glob:**/under-way*.eml");
        assertThat(sampan("stop")).isZero();
        assertThat(text(out)).contains("Sampan has ended");
        assertThat(sampan("stop")).isZero();
        assertThat(text(out)).contains("does not run");
    }

    private int sampan(String... arguments) {
        out.reset();
        err.reset();
        PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new CommandLineInterface(environment, outStream, errStream).run(arguments);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private Path data() {
        return home.resolve("data");
    }

    private RunFolder run() {
        return new RunFolder(data());
    }

    private long pid(String part) {
        return run().read(part)
                .map(RunFolder.Entry::process)
                .filter(ProcessIdentity::alive)
                .map(ProcessIdentity::pid)
                .orElse(0L);
    }

    private void behave(String behaviour) throws IOException {
        Files.writeString(data().resolve("mail-server.behaviour"), behaviour);
    }

    private static void await(String what, BooleanSupplier reached) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long: " + what).isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private Connection database() throws SQLException, IOException {
        String password = Files.readString(data().resolve("database.password")).strip();
        return DriverManager.getConnection(databaseUrl(), "sampan", password);
    }

    private String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + environment.get("SAMPAN_DATABASE_PORT") + "/sampan";
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW " + setting)) {
            result.next();
            return result.getString(1);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A jar like the one Maven builds, with the stand-in's classes. */
    private void program(String module) throws IOException {
        Path target = Files.createDirectories(home.resolve(module).resolve("target"));
        Files.createDirectories(target.resolve("lib"));
        try (OutputStream file = Files.newOutputStream(target.resolve(module + ".jar"));
                JarOutputStream jar = new JarOutputStream(file)) {
            for (String name : List.of(
                    "org/sampan/console/launch/StandIn.class",
                    "org/sampan/mailserver/MailServer.class",
                    "org/sampan/digest/DigestService.class")) {
                jar.putNextEntry(new JarEntry(name));
                Objects.requireNonNull(getClass().getResourceAsStream("/" + name))
                        .transferTo(jar);
            }
        }
    }
}
