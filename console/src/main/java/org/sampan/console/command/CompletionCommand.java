package org.sampan.console.command;

import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./sampan completion} */
@Command(
        name = "completion",
        description = "Print a script that completes commands in bash or zsh: source <(./sampan completion)")
final class CompletionCommand implements Runnable {

    private final Session session;

    @Spec
    private @Nullable CommandSpec spec;

    CompletionCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (spec != null) {
            session.out().print(AutoComplete.bash("sampan", spec.root().commandLine()));
        }
    }
}
