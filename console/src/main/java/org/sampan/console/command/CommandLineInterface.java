package org.sampan.console.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sampan.console.backup.BackupException;
import org.sampan.console.demo.DemoException;
import org.sampan.console.postgres.PostgresException;
import org.sampan.console.rest.RestException;
import org.sampan.console.settings.InvalidSettingsException;
import org.sampan.console.supervise.StartFailedException;
import picocli.CommandLine;

/** Runs one command line to its exit code. */
public final class CommandLineInterface {

    private final Session session;

    /** @param environment the process's; settings are read from it when a command first needs them */
    public CommandLineInterface(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.session = new Session(environment, out, err);
    }

    /** 0: done; 1: refused or failed, with a line on standard error; 2: wrong usage. */
    public int run(String... arguments) {
        CommandLine line = new CommandLine(new SampanCommand(session), new SessionFactory(session));
        line.setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8));
        line.registerConverter(Day.class, new Day.Converter());
        line.setExecutionExceptionHandler((e, command, parsed) -> fail(e));
        return line.execute(arguments);
    }

    private int fail(Exception e) {
        if (e instanceof InvalidSettingsException invalid) {
            invalid.problems().forEach(problem -> session.complain(problem.toString()));
        } else if (e instanceof StartFailedException
                || e instanceof PostgresException
                || e instanceof RestException
                || e instanceof BackupException
                || e instanceof DemoException) {
            session.complain(String.valueOf(e.getMessage()));
        } else if (e instanceof UncheckedIOException) {
            session.complain(e.getMessage() + reason(String.valueOf(e.getMessage()), e.getCause()));
        } else {
            session.complain("unexpected: " + e);
            e.printStackTrace(session.err());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String reason(String said, @Nullable Throwable cause) {
        String more = cause == null ? null : cause.getMessage();
        return more == null || said.contains(more) ? "" : ": " + more;
    }
}
