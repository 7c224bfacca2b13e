package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sampan.console.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./sampan restore}: a backup put back, or tried. */
@Command(
        name = "restore",
        description = {
            "Put a backup back where nothing is: on a new machine, or after the data folder was moved away. Nothing is overwritten; files of config/ that differ are laid beside as NAME.from-backup.",
            "Before, every sum is compared, the database is started, and every row of it read. End the old installation for good first: two of one name send everything twice."
        })
final class RestoreCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "FILE", description = "A file that ./sampan backup wrote; - is standard input.")
    private Path file = Path.of("");

    @Option(
            names = "--check",
            description = "Only try it: restore into a folder that is deleted afterwards. Sampan may run meanwhile.")
    private boolean check;

    RestoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        ByteProgress progress = new ByteProgress(session, "unpacked", 0);
        Restore restore = new Restore(session.settings(), progress);
        try (InputStream in = file.toString().equals("-") ? System.in : Files.newInputStream(file)) {
            Restore.Report report = check ? restore.check(in) : restore.restore(in);
            progress.end();
            session.answer(json(report), words(report));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the backup " + file, e);
        } catch (InterruptedException e) {
            throw new InterruptedByUserException(e);
        }
    }

    private JsonNode json(Restore.Report report) {
        ObjectNode answer = Json.object()
                .put("madeAt", report.label().madeAt().toString())
                .put("domain", report.label().domain())
                .put("files", report.files())
                .put("bytes", report.bytes())
                .put("rows", report.rows())
                .put("restored", !check);
        ObjectNode tables = answer.putObject("tables");
        report.tables().forEach(table -> tables.put(table.name(), table.rows()));
        ArrayNode others = answer.putArray("otherConfiguration");
        report.otherConfiguration().forEach(other -> others.add(other.toString()));
        return answer;
    }

    private String words(Restore.Report report) {
        StringBuilder words =
                new StringBuilder("The backup of %s, made %s, is whole: %,d files, %s; %,d rows in %d tables read."
                        .formatted(
                                report.label().domain(),
                                report.label().madeAt(),
                                report.files(),
                                ByteProgress.text(report.bytes()),
                                report.rows(),
                                report.tables().size()));
        if (!check) {
            words.append("\nIt is in ")
                    .append(session.settings().data())
                    .append(
                            " now. `./sampan start` goes on from there,"
                                    + " also with what was on its way or fell due since: what reached readers in the meantime reaches them again."
                                    + "\nTo look first: `SAMPAN_DELIVERY_HOLD=true ./sampan start`. Every send waits then:"
                                    + " `./sampan delivery cancel` those that went, `resume` the others, and start again without.");
            words.append(beside(report.otherConfiguration()));
        }
        return words.toString();
    }

    private String beside(List<Path> others) {
        if (others.isEmpty()) {
            return "";
        }
        StringBuilder words = new StringBuilder(
                "\nThese are not as they are in the backup, whose own lie beside as NAME.from-backup:");
        others.forEach(other ->
                words.append("\n  ").append(session.settings().installation().shown(other)));
        return words.toString();
    }
}
