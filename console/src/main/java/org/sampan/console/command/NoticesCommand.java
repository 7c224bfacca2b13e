package org.sampan.console.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sampan.console.launch.NoticesPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./sampan notices}: the mails the system itself writes. */
@Command(name = "notices", description = "The mails the system itself writes.")
final class NoticesCommand extends CommandGroup {

    private final Session session;

    NoticesCommand(Session session) {
        this.session = session;
    }

    @Command(
            name = "preview",
            description = {
                "Write a page that shows every notice in every language, as text and as HTML, and print its path.",
                "Exit code 1 when a list's own words had to be refused."
            })
    int preview(
            @Parameters(paramLabel = "FILE", arity = "0..1", description = "Default: notices.html in the data folder.")
                    @Nullable Path file) {
        Path page = file == null ? session.settings().data().resolve("notices.html") : file;
        List<String> problems;
        try {
            problems = NoticesPage.write(session.settings(), page);
        } catch (InterruptedException e) {
            throw new InterruptedByUserException(e);
        }
        problems.forEach(session::complain);
        if (!Files.exists(page)) {
            return 1;
        }
        session.answer(
                Json.object().put("page", page.toAbsolutePath().toString()),
                page.toAbsolutePath().toString());
        return problems.isEmpty() ? 0 : 1;
    }
}
