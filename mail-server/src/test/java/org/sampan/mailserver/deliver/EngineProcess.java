package org.sampan.mailserver.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.storage.Database;

/** An engine in a process of its own, to be killed. */
final class EngineProcess implements AutoCloseable {
    private final Process process;

    private EngineProcess(Process process) {
        this.process = process;
    }

    static EngineProcess start(Settings.Database database, int relayPort, int connections) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                EngineProcess.class.getName(),
                database.url(),
                database.username(),
                database.password(),
                Integer.toString(relayPort),
                Integer.toString(connections));
        return new EngineProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** The other process. */
    public static void main(String[] arguments) throws InterruptedException {
        Database database = Database.open(new Settings.Database(arguments[0], arguments[1], arguments[2]));
        new EngineUnderTest(database)
                .engine(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]), "killed")
                .start();
        Thread.currentThread().join();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not die");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
