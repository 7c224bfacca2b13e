package org.sampan.console.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The Java this console runs on; everything it starts runs on the same. */
final class Jvm {

    private Jvm() {}

    static List<String> java() {
        return List.of(Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java")
                .toString());
    }

    /** This console again, in a process of its own and with a small heap. */
    static List<String> console(String... arguments) {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of(
                "-Xmx40m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                Objects.requireNonNull(System.getProperty("java.class.path")),
                "org.sampan.console.Sampan"));
        command.addAll(List.of(arguments));
        return command;
    }
}
