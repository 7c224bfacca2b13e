package org.sampan.console.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The settings that hold, complete and checked. Immutable. */
public final class Settings {

    private final Installation installation;
    private final Map<Setting<?>, Object> values;
    private final Map<Setting<?>, Origin> origins;

    Settings(Installation installation, Map<Setting<?>, Object> values, Map<Setting<?>, Origin> origins) {
        this.installation = installation;
        this.values = Map.copyOf(values);
        this.origins = Map.copyOf(origins);
    }

    @SuppressWarnings("unchecked") // the reader stores each value under the setting whose type read it
    public <T> T get(Setting<T> setting) {
        return (T) Objects.requireNonNull(values.get(setting), setting.key());
    }

    public Origin origin(Setting<?> setting) {
        return Objects.requireNonNull(origins.get(setting), setting.key());
    }

    public Installation installation() {
        return installation;
    }

    /** The data folder, absolute. */
    public Path data() {
        return installation.inHome(get(Keys.DATA));
    }

    /** The mail server's REST. */
    public URI mailServer() {
        return URI.create("http://127.0.0.1:" + get(Keys.ADMIN_PORT));
    }

    /** The digest service as this machine reaches it, whatever address readers use. */
    public URI digestService() {
        String host = get(Keys.WEB_HOST);
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        String reachable = everywhere ? "127.0.0.1" : host;
        return URI.create(
                "http://" + (reachable.contains(":") ? "[" + reachable + "]" : reachable) + ":" + get(Keys.WEB_PORT));
    }

    /**
     * What the programs find in their environment: every key, paths absolute, and the folders. The database's place is the launcher's to
     * add.
     */
    public Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        for (Setting<?> setting : Keys.all()) {
            environment.put(setting.variable(), print(setting));
        }
        environment.put("SAMPAN_DATA", data().toString());
        for (Setting<Optional<Path>> file : List.of(
                Keys.TLS_CERTIFICATE,
                Keys.TLS_KEY,
                Keys.RELAY_TOKEN_FILE,
                Keys.RELAY_TRUST,
                Keys.COLLECT_FILES,
                Keys.COLLECT_DROP)) {
            get(file)
                    .ifPresent(path -> environment.put(
                            file.variable(), installation.inHome(path).toString()));
        }
        environment.put(Installation.HOME, installation.home().toString());
        environment.put(Installation.CONFIG, installation.config().toString());
        return environment;
    }

    private <T> String print(Setting<T> setting) {
        return setting.type().print(get(setting));
    }
}
