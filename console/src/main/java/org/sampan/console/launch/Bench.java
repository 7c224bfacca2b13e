package org.sampan.console.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sampan.console.postgres.EmbeddedPostgres;
import org.sampan.console.settings.Keys;
import org.sampan.console.settings.Settings;
import org.sampan.console.supervise.StartFailedException;
import org.sampan.console.supervise.StopSignal;

/**
 * Runs a program's own measurement, on a PostgreSQL of its own in a folder of its own that is deleted at the end, or in a database of its own
 * beside the one that {@code database.url} names. What runs already is neither needed nor touched.
 */
public final class Bench {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Settings settings;
    private final Program program;
    private final String main;
    private final String memory;

    private Bench(Settings settings, Program program, String main, String memory) {
        this.settings = settings;
        this.program = program;
        this.main = main;
        this.memory = memory;
    }

    /** One post to many, by a whole mail server. */
    public static Bench fanOut(Settings settings) {
        return new Bench(
                settings,
                Program.MAIL_SERVER,
                "org.sampan.mailserver.bench.FanOutBench",
                settings.get(Keys.MAIL_MEMORY));
    }

    /**
     * Collecting, making editions and looking through clippings, by a whole digest service.
     *
     * @param memory its largest heap, as {@code -Xmx} takes it
     */
    public static Bench newsroom(Settings settings, String memory) {
        return new Bench(settings, Program.DIGEST_SERVICE, "org.sampan.digest.bench.NewsroomBench", memory);
    }

    /**
     * Takes minutes; the measurement prints to this process's own output.
     *
     * @return the measurement's exit code
     * @throws StartFailedException when its PostgreSQL does not start
     */
    public int run(List<String> options) throws InterruptedException {
        if (settings.get(Keys.DATABASE_URL).isPresent()) {
            return measure(options, Map.of());
        }
        Path folder = temporaryFolder();
        Thread cleaner = new Thread(() -> delete(folder), "delete-bench");
        Runtime.getRuntime().addShutdownHook(cleaner);
        try {
            return measureBesidePostgres(options, folder);
        } finally {
            Runtime.getRuntime().removeShutdownHook(cleaner);
            delete(folder);
        }
    }

    private int measureBesidePostgres(List<String> options, Path folder) throws InterruptedException {
        EmbeddedPostgres postgres = EmbeddedPostgres.prepare(folder, freePort());
        Process process = start(postgres);
        try {
            for (long left = PATIENCE.toMillis(); !postgres.ready(process.pid()); left -= LOOK_AGAIN.toMillis()) {
                if (left < 0 || !process.isAlive()) {
                    throw new StartFailedException("the PostgreSQL of the measurement does not start");
                }
                Thread.sleep(LOOK_AGAIN.toMillis());
            }
            List<String> more = new ArrayList<>(options);
            more.add("--in-place");
            return measure(
                    more,
                    Map.of(
                            Keys.DATABASE_URL.variable(), postgres.url(),
                            Keys.DATABASE_USERNAME.variable(), postgres.username(),
                            Keys.DATABASE_PASSWORD.variable(), postgres.password()));
        } finally {
            StopSignal.INT.send(process.toHandle());
            process.waitFor();
        }
    }

    private int measure(List<String> options, Map<String, String> database) throws InterruptedException {
        Map<String, String> variables = new TreeMap<>(settings.environment());
        variables.putAll(database);
        List<String> command =
                new ArrayList<>(program.command(settings.installation().home(), memory, main));
        command.addAll(options);
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(settings.installation().home().toFile())
                    .inheritIO();
            builder.environment().keySet().removeIf(name -> name.startsWith("SAMPAN_"));
            builder.environment().putAll(variables);
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new StartFailedException("cannot start the measurement: " + e.getMessage(), e);
        }
    }

    private static Process start(EmbeddedPostgres postgres) {
        try {
            ProcessBuilder builder = new ProcessBuilder(postgres.command())
                    .directory(postgres.folder().toFile())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD);
            builder.environment().clear();
            builder.environment().putAll(postgres.environment());
            return builder.start();
        } catch (IOException e) {
            throw new StartFailedException("cannot start PostgreSQL: " + e.getMessage(), e);
        }
    }

    private Path temporaryFolder() {
        try {
            Files.createDirectories(settings.data());
            return Files.createTempDirectory(settings.data(), "bench");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder in " + settings.data(), e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException gone) {
            // what a kill leaves is a folder named bench… in the data folder, which nothing looks at
        }
    }
}
