package org.sampan.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.sampan.console.command.CommandLineInterface;

/** The main class behind the script {@code sampan}. Exit code 0: done; 1: refused or failed; 2: wrong usage. */
public final class Sampan {

    private Sampan() {}

    public static void main(String[] arguments) {
        // The list's texts are in many scripts; a terminal's locale of C must not turn them into question marks.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(new CommandLineInterface(System.getenv(), out, err).run(arguments));
    }
}
