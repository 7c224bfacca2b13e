package org.sampan.console.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One of the two Java programs, as built: its jar and the libraries beside it. */
enum Program {
    MAIL_SERVER("mail-server", "org.sampan.mailserver.MailServer"),
    DIGEST_SERVICE("digest-service", "org.sampan.digest.DigestService");

    private final String module;
    private final String mainClass;

    Program(String module, String mainClass) {
        this.module = module;
        this.mainClass = mainClass;
    }

    String module() {
        return module;
    }

    /** @param memory its largest heap, as {@code -Xmx} takes it */
    List<String> command(Path home, String memory) {
        Path target = home.resolve(module).resolve("target");
        List<String> command = new ArrayList<>(Jvm.java());
        command.addAll(List.of(
                "-Xmx" + memory,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-cp",
                target.resolve(module + ".jar") + ":" + target.resolve("lib") + "/*",
                mainClass));
        return command;
    }
}
