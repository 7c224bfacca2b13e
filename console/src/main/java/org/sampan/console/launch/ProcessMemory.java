package org.sampan.console.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a part occupies. */
final class ProcessMemory {

    private ProcessMemory() {}

    /** Resident memory of the process, and of its children what they do not share with it; 0 when it is gone. */
    static long residentBytes(long pid) {
        long children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(child -> field(child.pid(), "RssAnon:"))
                .sum();
        return field(pid, "VmRSS:") + children;
    }

    private static long field(long pid, String name) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
