package org.sampan.console.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sampan.console.supervise.ProgramPath;

/**
 * The account PostgreSQL runs under; it refuses root's.
 *
 * @param prefix what is put before each of its commands; every one replaces itself by the command, so that the process number stays
 * @param uid the owner of its files as the file system knows it
 */
record PostgresAccount(List<String> prefix, int uid) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;

    /** The one that works on this machine: an ordinary user's own; for root a user namespace, else {@code nobody}. */
    static PostgresAccount choose(Path data, Path binaries) throws IOException {
        int uid = effectiveUser();
        if (uid != ROOT) {
            return new PostgresAccount(List.of(), uid);
        }
        Optional<PostgresAccount> namespace = inUserNamespace().filter(account -> account.canRun(binaries));
        return namespace.isPresent() ? namespace.get() : nobody(data, binaries);
    }

    private static int effectiveUser() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("Uid:"))
                .map(line -> line.split("\\s+")[2])
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow(() -> new IOException("/proc/self/status names no user"));
    }

    /** Root without its powers: the kernel shows the processes an account that is not root's, and the files stay root's. */
    static Optional<PostgresAccount> inUserNamespace() {
        return ProgramPath.find("unshare").map(unshare -> new PostgresAccount(List.of(unshare.toString(), "-U"), ROOT));
    }

    static PostgresAccount nobody(Path data, Path binaries) throws IOException {
        // To reach its own files in it, and nothing else: what lies beside them is its owner's alone.
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        String id = Integer.toString(NOBODY);
        return ProgramPath.find("setpriv")
                .map(setpriv -> new PostgresAccount(
                        List.of(setpriv.toString(), "--reuid=" + id, "--regid=" + id, "--clear-groups"), NOBODY))
                .filter(account -> account.canRun(binaries))
                .orElseThrow(
                        () -> new PostgresException(
                                "PostgreSQL does not run as root, and neither `unshare -U` nor "
                                        + "`setpriv` gives it another account that reaches " + binaries
                                        + "; start Sampan as an ordinary user, or set database.url to a PostgreSQL of your own"));
    }

    List<String> command(Path program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Makes the files its own; says so when it may not. */
    void own(Path folder) throws IOException {
        int owner = Folders.owner(folder);
        if (owner != uid && prefix.isEmpty()) {
            throw new PostgresException(folder + " belongs to account number " + owner + ", and this is number " + uid
                    + "; start Sampan as the account that first did, or give it the folder (chown -R)");
        }
        if (owner != uid) {
            Folders.give(folder, uid);
        }
    }

    private boolean canRun(Path binaries) {
        try {
            return new Command(command(binaries.resolve("bin/postgres"), "--version"), binaries)
                    .run("")
                    .worked();
        } catch (IOException e) {
            return false;
        }
    }
}
