package org.sampan.console.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing itself: it wants one of its subcommands. */
abstract class CommandGroup implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "say what to do: " + String.join(", ", spec.subcommands().keySet()));
        }
    }

    /** What was typed means nothing there is: told with the usage, exit code 2. */
    final ParameterException meansNothing(String what) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
    }
}
