package org.sampan.console.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.sampan.console.secret.SecretFile;
import org.sampan.console.supervise.LogFolder;
import org.sampan.console.supervise.RunFolder;

/** The folder with everything that must survive, and where in it the launcher's own things lie. */
public record DataFolder(Path path) {

    /** Makes what is missing: the folder (for its owner alone), the logs' folder, the run folder. */
    public void create() {
        try {
            if (!Files.exists(path)) {
                Files.createDirectories(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
            Files.createDirectories(path.resolve("logs"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot make the data folder " + path + " (setting: data): " + e.getMessage(), e);
        }
        run().create();
    }

    public RunFolder run() {
        return new RunFolder(path);
    }

    /**
     * Made or emptied: for a program's temporary files, which may be members' mails. In the machine's own folder a kill would leave
     * them for good, and a cleaner would take them away under a program that has run for weeks.
     */
    Path scratch(String program) {
        Path scratch = path.resolve("scratch").resolve(program);
        ScratchFolder.delete(scratch);
        try {
            return Files.createDirectories(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + scratch + ": " + e.getMessage(), e);
        }
    }

    public LogFolder logs() {
        return new LogFolder(path);
    }

    /** What every REST call carries. */
    public SecretFile adminToken() {
        return new SecretFile(path.resolve("admin.token"));
    }

    /** What the digest service hands in mail with. */
    public SecretFile digestServicePassword() {
        return new SecretFile(path.resolve("digest-service.password"));
    }
}
