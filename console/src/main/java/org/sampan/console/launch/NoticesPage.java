package org.sampan.console.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.sampan.console.settings.Settings;

/** Has the mail server's own code write a page of every notice; no server need run for it. */
public final class NoticesPage {
    private static final String MAIN = "org.sampan.mailserver.notice.NoticePreview";
    private static final String MEMORY = "128m";
    private static final String ADDRESSED = "sampan: ";

    private NoticesPage() {}

    /**
     * Takes a few seconds.
     *
     * @return what is wrong with templates and texts, a line each
     * @throws UncheckedIOException when the file cannot be written
     */
    public static List<String> write(Settings settings, Path file) throws InterruptedException {
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            Files.deleteIfExists(file);
            ProcessBuilder builder = new ProcessBuilder(
                    Program.MAIL_SERVER.command(settings.installation().home(), MEMORY, MAIN));
            builder.command().add(file.toAbsolutePath().toString());
            builder.environment().keySet().removeIf(name -> name.startsWith("SAMPAN_"));
            builder.environment().putAll(settings.environment());
            Process process = builder.redirectOutput(Redirect.DISCARD).start();
            String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said.lines()
                    .map(it -> it.startsWith(ADDRESSED) ? it.substring(ADDRESSED.length()) : it)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
