package org.sampan.console.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.console.settings.Settings;
import org.sampan.console.supervise.HttpReadiness;
import org.sampan.console.supervise.LastWords;
import org.sampan.console.supervise.PartLog;
import org.sampan.console.supervise.ProgramPath;
import org.sampan.console.supervise.RunFolder;
import org.sampan.console.supervise.StartFailedException;

/** Starts the installation in the background and waits until both programs answer. */
public final class Start {

    /** How it went; failure is a {@link StartFailedException}. */
    public sealed interface Outcome {
        /** Both programs answer. */
        record Started(Duration took) implements Outcome {}

        /** A supervisor was there before. */
        record RunsAlready(long pid) implements Outcome {}
    }

    private static final Duration LOOK_AGAIN = Duration.ofMillis(150);

    private final Settings settings;
    private final Map<String, String> environment;
    private final DataFolder data;

    /** @param environment what the supervisor inherits */
    public Start(Settings settings, Map<String, String> environment) {
        this.settings = settings;
        this.environment = environment;
        this.data = new DataFolder(settings.data());
    }

    /**
     * @param patience how long the programs may take
     * @throws StartFailedException with the reason; whatever was started has ended again
     */
    public Outcome start(Duration patience) throws InterruptedException {
        data.create();
        Stop stop = new Stop(data);
        Optional<RunFolder.Entry> before = stop.supervisor();
        if (before.isPresent()) {
            return new Outcome.RunsAlready(before.get().process().pid());
        }
        stop.endRemains();
        List<String> ports = new Ports(settings).problems();
        if (!ports.isEmpty()) {
            throw new StartFailedException(String.join("\n", ports));
        }
        Instant begin = Instant.now();
        data.run().forgetFailure();
        Process supervisor = launch();
        await(supervisor, begin.plus(patience), stop);
        return new Outcome.Started(Duration.between(begin, Instant.now()));
    }

    private Process launch() {
        PartLog log = data.logs().of(Run.SUPERVISOR);
        log.rotateIfLarge();
        log.open();
        List<String> command = new ArrayList<>(Jvm.console("run", "--in-background"));
        ProgramPath.find("setsid").map(Path::toString).ifPresent(setsid -> command.add(0, setsid));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(settings.installation().home().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new StartFailedException("cannot start the supervisor: " + e.getMessage(), e);
        }
    }

    private void await(Process supervisor, Instant until, Stop stop) throws InterruptedException {
        while (!bothAnswer()) {
            if (!supervisor.isAlive()) {
                throw new StartFailedException(data.run().failure().orElseGet(this::supervisorsLastWords));
            }
            if (Instant.now().isAfter(until)) {
                String reason = silentParts();
                stop.stop();
                throw new StartFailedException(reason);
            }
            Thread.sleep(LOOK_AGAIN.toMillis());
        }
    }

    private boolean bothAnswer() {
        return answers(Parts.MAIL_SERVER) && answers(Parts.DIGEST_SERVICE);
    }

    private boolean answers(String program) {
        boolean mail = program.equals(Parts.MAIL_SERVER);
        HttpReadiness health =
                new HttpReadiness(mail ? Parts.mailServerHealth(settings) : Parts.digestServiceHealth(settings));
        return health.status() == 200;
    }

    private String silentParts() {
        StringBuilder reason = new StringBuilder();
        for (String program : List.of(Parts.MAIL_SERVER, Parts.DIGEST_SERVICE)) {
            if (!answers(program)) {
                reason.append(program).append(" did not answer in time; the end of its log:\n");
                reason.append(LastWords.from(data.logs().of(program).tail(0, 15)))
                        .append('\n');
            }
        }
        return reason.toString().strip();
    }

    private String supervisorsLastWords() {
        return "the supervisor ended; the end of its log:\n"
                + LastWords.from(data.logs().of(Run.SUPERVISOR).tail(0, 15));
    }
}
