package org.sampan.console.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One process, told apart from a later one that got the same number.
 *
 * @param pid the number
 * @param birth when it began, in a form that neither a set clock nor a reboot makes equal by chance
 */
public record ProcessIdentity(long pid, String birth) {

    /** The process as it is now; empty when there is none. */
    public static Optional<ProcessIdentity> of(long pid) {
        return ProcessHandle.of(pid).flatMap(ProcessIdentity::birth).map(birth -> new ProcessIdentity(pid, birth));
    }

    /** The very process, when it still lives. */
    public Optional<ProcessHandle> living() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> birth(process).filter(birth::equals).isPresent());
    }

    public boolean alive() {
        return living().isPresent();
    }

    private static Optional<String> birth(ProcessHandle process) {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            // Field 22, counted after the command's name, which may itself hold blanks and brackets: proc(5).
            String line = Files.readString(stat);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            if (fields[0].equals("Z")) {
                return Optional.empty();
            }
            String boot =
                    Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            return Optional.of(boot + "/" + fields[19]);
        } catch (IOException | RuntimeException e) {
            return process.info().startInstant().map(Object::toString);
        }
    }
}
