package org.sampan.mailserver.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sampan.mailserver.MailServer;
import org.sampan.mailserver.domain.TestNameServer;
import org.sampan.mailserver.settings.Settings;

/** A whole server in a process of its own, for tests that stop or kill it. Close ends it if it still runs. */
public final class ServerProcess implements AutoCloseable {
    /** Knows no name; its thread ends with the test run. */
    private static final TestNameServer NAMES = TestNameServer.start();

    private static final Pattern STARTED = Pattern.compile("event=started smtp=(\\d+) submission=(\\d+) admin=(\\d+)");

    private final Process process;
    private final List<String> output;

    private ServerProcess(Process process) {
        this.process = process;
        this.output = Collections.synchronizedList(new ArrayList<>());
    }

    /** Starts the server's main class; it need not come up. */
    public static ServerProcess launch(Map<String, String> environment) throws IOException {
        return launch(environment, MailServer.class);
    }

    /** Starts another main class. */
    public static ServerProcess launch(Map<String, String> environment, Class<?> main) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        builder.environment().keySet().removeIf(name -> name.startsWith("SAMPAN_"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        return new ServerProcess(builder.start());
    }

    /** What a launcher hands on to a server with this database, data folder and relay. */
    public static Map<String, String> environment(Settings.Database database, Path data, MailSink sink) {
        Map<String, String> environment = RunningServer.environment(database, data, sink);
        environment.put("SAMPAN_DNS_SERVERS", "127.0.0.1:" + NAMES.address().getPort());
        return environment;
    }

    /** Waits until the server takes mail. */
    public RunningServer awaitStarted(Path data, MailSink sink) throws IOException {
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            output.add(line);
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                Thread drain = new Thread(() -> drain(lines), "output of the server");
                drain.setDaemon(true);
                drain.start();
                return new RunningServer(number(started, 1), number(started, 2), number(started, 3), data, sink, NAMES);
            }
        }
        throw new AssertionError("the server ended before it took mail: " + String.join("\n", output));
    }

    /** What it printed so far, after it took mail. */
    public List<String> output() {
        synchronized (output) {
            return List.copyOf(output);
        }
    }

    /** Waits for the end and hands back everything that was printed. */
    public List<String> awaitEnd() throws IOException {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(output::add);
        }
        awaitExit();
        return List.copyOf(output);
    }

    /** Ends it at once, as a power cut would: SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Ends it in order, as the launcher does: SIGTERM. */
    public int terminate() {
        process.destroy();
        return awaitExit();
    }

    public int exitCode() {
        return process.exitValue();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }

    private void drain(BufferedReader lines) {
        try {
            lines.lines().forEach(output::add);
        } catch (UncheckedIOException ended) {
            // a killed process closes its output in the middle of a line
        }
    }

    private int awaitExit() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the server does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
