package org.sampan.console.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ./sampan}: the table of contents of everything an operator can do. */
@Command(
        name = "sampan",
        description = "Mailing-list server and newsroom for networks of organisations.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StartCommand.class,
            StopCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            RunCommand.class,
            DoctorCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            BenchCommand.class,
            DkimCommand.class,
            ListsCommand.class,
            MembersCommand.class,
            JoinsCommand.class,
            StewardsCommand.class,
            PostsCommand.class,
            HeldCommand.class,
            DeliveryCommand.class,
            PeopleCommand.class,
            AccountsCommand.class,
            NoticesCommand.class,
            SourcesCommand.class,
            StatementsCommand.class,
            ClippingsCommand.class,
            EditionsCommand.class,
            RunsCommand.class,
            EditorsCommand.class,
            DemoCommand.class,
            CompletionCommand.class
        },
        footer = {
            "",
            "Settings: config/sampan.properties, or SAMPAN_* in the environment.",
            "Exit code 0: done, 1: refused or failed, 2: wrong usage."
        })
final class SampanCommand implements Runnable {

    private final Session session;

    @Spec
    private CommandSpec spec;

    SampanCommand(Session session) {
        this.session = session;
        this.spec = CommandSpec.create();
    }

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print JSON instead of tables.")
    void json(boolean json) {
        session.printJson(json);
    }

    @Option(names = "--demo", description = "Speak to the demonstration that runs, not to the real installation.")
    void demo(boolean demo) {
        session.useDemo(demo);
    }

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            description = "Show this help and do nothing.")
    void help(boolean help) {
        // picocli looks at the option itself
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what shall I do? Name a command.");
    }
}
