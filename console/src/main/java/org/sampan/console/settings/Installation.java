package org.sampan.console.settings;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where Sampan lies on this machine.
 *
 * @param home the checkout, absolute: programs, {@code templates/}
 * @param config the folder of {@code sampan.properties} and the declarations, absolute; {@code config} in the checkout unless {@code SAMPAN_CONFIG}
 *     names another
 */
public record Installation(Path home, Path config) {

    static final String HOME = "SAMPAN_HOME";
    static final String CONFIG = "SAMPAN_CONFIG";

    /** Reads {@code SAMPAN_HOME} (default: the working folder) and {@code SAMPAN_CONFIG}. */
    public static Installation of(Map<String, String> environment) {
        Path home = Path.of(environment.getOrDefault(HOME, "")).toAbsolutePath().normalize();
        String config = environment.getOrDefault(CONFIG, "");
        return new Installation(
                home, home.resolve(config.isEmpty() ? "config" : config).normalize());
    }

    /** A path as the operator writes it: relative ones start at the checkout. */
    public Path inHome(Path path) {
        return home.resolve(path).normalize();
    }

    /** How a file is shown to people: relative to the checkout when it lies in it. */
    public Path shown(Path file) {
        return file.startsWith(home) ? home.relativize(file) : file;
    }
}
