package org.sampan.console.launch;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sampan.console.postgres.EmbeddedPostgres;
import org.sampan.console.settings.Keys;
import org.sampan.console.settings.Settings;
import org.sampan.console.supervise.HttpReadiness;
import org.sampan.console.supervise.Part;
import org.sampan.console.supervise.StopSignal;

/** What Sampan consists of: the database (unless it is elsewhere), the mail server, the digest service. */
public final class Parts {

    public static final String POSTGRES = "postgres";
    public static final String MAIL_SERVER = Program.MAIL_SERVER.module();
    public static final String DIGEST_SERVICE = Program.DIGEST_SERVICE.module();

    /** In the order they start. */
    public static final List<String> NAMES = List.of(POSTGRES, MAIL_SERVER, DIGEST_SERVICE);

    private final Settings settings;
    private final Map<String, String> systemEnvironment;

    Parts(Settings settings, Map<String, String> systemEnvironment) {
        this.settings = settings;
        this.systemEnvironment = systemEnvironment;
    }

    /** Prepares the embedded database, which may take seconds the first time. */
    List<Part> prepare() {
        List<Part> parts = new ArrayList<>();
        Optional<EmbeddedPostgres> postgres = settings.get(Keys.DATABASE_URL).isPresent()
                ? Optional.empty()
                : Optional.of(EmbeddedPostgres.prepare(settings.data(), settings.get(Keys.DATABASE_PORT)));
        postgres.ifPresent(embedded -> parts.add(part(embedded)));
        Map<String, String> environment = environment(postgres);
        parts.add(part(Program.MAIL_SERVER, settings.get(Keys.MAIL_MEMORY), mailServerHealth(settings), environment));
        parts.add(part(
                Program.DIGEST_SERVICE, settings.get(Keys.DIGEST_MEMORY), digestServiceHealth(settings), environment));
        return parts;
    }

    static URI mailServerHealth(Settings settings) {
        return settings.mailServer().resolve("/health");
    }

    static URI digestServiceHealth(Settings settings) {
        return settings.digestService().resolve("/health");
    }

    private static Part part(EmbeddedPostgres postgres) {
        return new Part(
                POSTGRES,
                postgres.command(),
                postgres.environment(),
                postgres.folder(),
                StopSignal.INT,
                process -> postgres.ready(process.pid()),
                Set.of());
    }

    /** Both programs start side by side: each waits for the database only, and lives with the other being away. */
    private Part part(Program program, String memory, URI health, Map<String, String> environment) {
        return new Part(
                program.module(),
                program.command(
                        settings.installation().home(),
                        memory,
                        new DataFolder(settings.data()).scratch(program.module())),
                environment,
                settings.installation().home(),
                StopSignal.TERM,
                new HttpReadiness(health),
                settings.get(Keys.DATABASE_URL).isPresent() ? Set.of() : Set.of(POSTGRES));
    }

    private Map<String, String> environment(Optional<EmbeddedPostgres> postgres) {
        Map<String, String> environment = new TreeMap<>(systemEnvironment);
        environment.keySet().removeIf(name -> name.startsWith("SAMPAN_"));
        environment.putAll(settings.environment());
        postgres.ifPresent(embedded -> {
            environment.put(Keys.DATABASE_URL.variable(), embedded.url());
            environment.put(Keys.DATABASE_USERNAME.variable(), embedded.username());
            environment.put(Keys.DATABASE_PASSWORD.variable(), embedded.password());
        });
        return environment;
    }
}
