package org.sampan.console.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sampan.console.postgres.EmbeddedPostgres;
import org.sampan.console.postgres.RunningPostgres;
import org.sampan.console.settings.Keys;
import org.sampan.console.settings.Settings;
import org.sampan.console.supervise.StartFailedException;

/**
 * Runs a program's own measurement, on a PostgreSQL of its own in a folder of its own that is deleted at the end, or in a database of its own
 * beside the one that {@code database.url} names. What runs already is neither needed nor touched.
 */
public final class Bench {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
        try (ScratchFolder folder = ScratchFolder.in(settings.data(), "bench")) {
            return measureBesidePostgres(options, folder.path());
        }
    }

    private int measureBesidePostgres(List<String> options, Path folder) throws InterruptedException {
        EmbeddedPostgres postgres = EmbeddedPostgres.prepareOnFreePort(folder);
        try (RunningPostgres running = postgres.start(PATIENCE)) {
            List<String> more = new ArrayList<>(options);
            more.add("--in-place");
            return measure(
                    more,
                    Map.of(
                            Keys.DATABASE_URL.variable(), postgres.url(),
                            Keys.DATABASE_USERNAME.variable(), postgres.username(),
                            Keys.DATABASE_PASSWORD.variable(), postgres.password()));
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
}
