package org.sampan.console.launch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sampan.console.launch.PartStatus.State;
import org.sampan.console.postgres.EmbeddedPostgres;
import org.sampan.console.settings.Keys;
import org.sampan.console.settings.Setting;
import org.sampan.console.settings.Settings;
import org.sampan.console.supervise.HttpReadiness;
import org.sampan.console.supervise.RunFolder;

/** Looks at every part from outside: the run folder, the processes, their health. */
public final class Status {

    private final Settings settings;
    private final DataFolder data;

    public Status(Settings settings) {
        this.settings = settings;
        this.data = new DataFolder(settings.data());
    }

    /** In the order they start; takes up to some seconds when a part hangs. */
    public List<PartStatus> look() {
        boolean supervised = new Stop(data).supervisor().isPresent();
        List<PartStatus> parts = new ArrayList<>();
        parts.add(settings.get(Keys.DATABASE_URL).isPresent() ? outside() : postgres(supervised));
        parts.add(program(Parts.MAIL_SERVER, Keys.ADMIN_PORT, Parts.mailServerHealth(settings), supervised));
        parts.add(program(Parts.DIGEST_SERVICE, Keys.WEB_PORT, Parts.digestServiceHealth(settings), supervised));
        return parts;
    }

    private static PartStatus outside() {
        return new PartStatus(Parts.POSTGRES, State.OUTSIDE, 0, 0, 0, Duration.ZERO, 0, "see the programs");
    }

    private PartStatus postgres(boolean supervised) {
        return living(Parts.POSTGRES)
                .map(entry -> status(entry, settings.get(Keys.DATABASE_PORT), supervised, postgresHealth(entry)))
                .orElseGet(() -> down(Parts.POSTGRES, settings.get(Keys.DATABASE_PORT)));
    }

    private String postgresHealth(RunFolder.Entry entry) {
        return EmbeddedPostgres.ready(settings.data(), entry.process().pid()) ? "ok" : "not ready";
    }

    private PartStatus program(String name, Setting<Integer> port, URI health, boolean supervised) {
        return living(name)
                .map(entry -> status(entry, settings.get(port), supervised, health(new HttpReadiness(health).status())))
                .orElseGet(() -> down(name, settings.get(port)));
    }

    private static String health(int status) {
        return switch (status) {
            case 200 -> "ok";
            case 0 -> "no answer";
            default -> "answers " + status;
        };
    }

    private Optional<RunFolder.Entry> living(String part) {
        return data.run().read(part).filter(entry -> entry.process().alive());
    }

    private static PartStatus status(RunFolder.Entry entry, int port, boolean supervised, String health) {
        State state = !supervised ? State.LEFT_BEHIND : health.equals("ok") ? State.UP : State.STARTING;
        long pid = entry.process().pid();
        Duration uptime = Duration.between(entry.since(), Instant.now());
        return new PartStatus(
                entry.part(), state, pid, port, ProcessMemory.residentBytes(pid), uptime, entry.restarts(), health);
    }

    private static PartStatus down(String part, int port) {
        return new PartStatus(part, State.DOWN, 0, port, 0, Duration.ZERO, 0, "does not run");
    }
}
