package org.sampan.console.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One of the two Java programs, as built: its jar and the libraries beside it. */
enum Program {
    MAIL_SERVER("mail-server", "org.sampan.mailserver.MailServer", List.of()),
    /**
     * Mostly waits for people: the quick compiler halves the work of its start, the thorough one would repay nobody. A very large edition
     * lives long: more room for that, and less for what is gone at once, makes it half a second quicker.
     */
    DIGEST_SERVICE(
            "digest-service", "org.sampan.digest.DigestService", List.of("-XX:TieredStopAtLevel=1", "-XX:NewRatio=5"));

    private final String module;
    private final String mainClass;
    private final List<String> options;

    Program(String module, String mainClass, List<String> options) {
        this.module = module;
        this.mainClass = mainClass;
        this.options = options;
    }

    String module() {
        return module;
    }

    /** @param memory its largest heap, as {@code -Xmx} takes it */
    List<String> command(Path home, String memory) {
        return command(home, memory, mainClass);
    }

    /** @param scratch where what is large lies while it is worked on: mails, uploads */
    List<String> command(Path home, String memory, Path scratch) {
        List<String> command = command(home, memory);
        command.add(1, "-Djava.io.tmpdir=" + scratch);
        return command;
    }

    /** @param other a class of the program to run instead of its main one */
    List<String> command(Path home, String memory, String other) {
        Path target = home.resolve(module).resolve("target");
        List<String> command = new ArrayList<>(Jvm.java());
        command.addAll(options);
        command.addAll(List.of(
                "-Xmx" + memory,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-cp",
                target.resolve(module + ".jar") + ":" + target.resolve("lib") + "/*",
                other));
        return command;
    }
}
