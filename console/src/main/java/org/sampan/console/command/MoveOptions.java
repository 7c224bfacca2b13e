package org.sampan.console.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sampan.console.moving.OldList;
import picocli.CommandLine.Option;

/** The files another list server handed out. */
final class MoveOptions {
    private static final String FILE = "FILE";

    @Option(names = "--members", paramLabel = FILE, description = "All members.")
    private List<Path> members = new ArrayList<>();

    @Option(names = "--digests", paramLabel = FILE, description = "Those who get digests (list_members -d mime).")
    private List<Path> digests = new ArrayList<>();

    @Option(names = "--plain-digests", paramLabel = FILE, description = "Those who get them as one text (-d plain).")
    private List<Path> plainDigests = new ArrayList<>();

    @Option(names = "--nomail", paramLabel = FILE, description = "Those who get nothing (list_members -n).")
    private List<Path> nomail = new ArrayList<>();

    @Option(names = "--owners", paramLabel = FILE, description = "Its owners.")
    private List<Path> owners = new ArrayList<>();

    @Option(names = "--moderators", paramLabel = FILE, description = "Its moderators.")
    private List<Path> moderators = new ArrayList<>();

    @Option(
            names = "--settings",
            paramLabel = FILE,
            description = "What Mailman 2's config_list -o printed, or the JSON of Mailman 3's /config.")
    private List<Path> settings = new ArrayList<>();

    @Option(names = "--check", description = "Only say what would be done; change nothing.")
    private boolean check;

    boolean isCheck() {
        return check;
    }

    OldList read() {
        OldList list = new OldList();
        try {
            for (Path file : members) {
                list.addMembers(file, "");
            }
            for (Path file : digests) {
                list.addMembers(file, "daily");
            }
            for (Path file : plainDigests) {
                list.addMembers(file, "daily-plain");
            }
            for (Path file : nomail) {
                list.addMembers(file, "none");
            }
            for (Path file : owners) {
                list.addStewards(file, "owners");
            }
            for (Path file : moderators) {
                list.addStewards(file, "moderators");
            }
            for (Path file : settings) {
                list.addSettings(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + e.getMessage(), e);
        }
        return list;
    }
}
