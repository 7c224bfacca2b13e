package org.sampan.digest.edit;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.sampan.digest.clipping.Imports;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.Deed;
import org.sampan.digest.journal.DeedId;
import org.sampan.digest.journal.Finality;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.journal.Subject;
import org.sampan.digest.journal.Undoing;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Notes that clippings were taken out of a file, so that they can be taken back together. */
@Component
public class NoteImport implements Undoing {
    private static final String KIND = "import";

    private final Imports imports;
    private final Journal journal;
    private final JsonMapper json;
    private final Clock clock;

    NoteImport(Imports imports, Journal journal, JsonMapper json, Clock clock) {
        this.imports = imports;
        this.journal = journal;
        this.json = json;
        this.clock = clock;
    }

    /** Which items it was. */
    record Reading(URI file, Instant since, Instant until) {}

    /**
     * To be called when the file is read, be it only half of it.
     *
     * @param file as the clippings name it
     * @param begun when its first item was taken, or before
     * @return the deed; empty when the file brought nothing
     */
    public Optional<DeedId> note(URI file, Instant begun, Actor actor) {
        Instant now = clock.instant();
        // The database keeps microseconds, and rounds up.
        Reading reading = new Reading(file, begun.truncatedTo(ChronoUnit.MICROS), now.plus(1, ChronoUnit.MICROS));
        int items = imports.count(file, reading.since(), reading.until());
        if (items == 0) {
            return Optional.empty();
        }
        return Optional.of(journal.record(
                new NewDeed(actor, subject(file), "taken-in", String.valueOf(items), json.writeValueAsString(reading)),
                now));
    }

    private static Subject subject(URI file) {
        String name = file.toString().replaceAll(".*/", "");
        return new Subject(KIND, URLDecoder.decode(name, StandardCharsets.UTF_8));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<NewDeed> undo(Deed deed, Actor actor) {
        Reading reading = json.readValue(deed.content().before().orElseThrow(), Reading.class);
        int items = imports.takeBack(reading.file(), reading.since(), reading.until());
        return Optional.of(new NewDeed(
                        actor, deed.content().subject(), "undone", String.valueOf(items), Finality.TAKEN_BACK))
                .filter(done -> items > 0);
    }
}
