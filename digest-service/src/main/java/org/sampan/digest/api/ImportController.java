package org.sampan.digest.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.sampan.digest.clipping.Reception;
import org.sampan.digest.collect.ImportClippings;
import org.sampan.digest.collect.Imported;
import org.sampan.digest.collect.UnreadableImport;
import org.sampan.digest.edit.NoteImport;
import org.sampan.digest.journal.Actor;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code PUT /api/clippings}: a table (text/csv) or a WordPress export (application/xml), read as it comes. */
@RestController
@RequestMapping("/api/clippings")
class ImportController {
    private final ImportClippings importing;

    private final NoteImport note;
    private final Clock clock;

    ImportController(ImportClippings importing, NoteImport note, Clock clock) {
        this.importing = importing;
        this.note = note;
        this.clock = clock;
    }

    record ImportJson(
            int read,
            @JsonProperty("new") int fresh,
            int merged,
            int changed,
            int unchanged,
            int rejected,
            List<Imported.Problem> problems) {
        static ImportJson of(Imported imported) {
            return new ImportJson(
                    imported.read(),
                    imported.received(Reception.NEW),
                    imported.received(Reception.MERGED),
                    imported.received(Reception.CHANGED),
                    imported.received(Reception.UNCHANGED),
                    imported.rejected(),
                    imported.problems());
        }
    }

    @PutMapping(consumes = "text/csv")
    ImportJson csv(@RequestParam(defaultValue = "clippings.csv") String name, HttpServletRequest request)
            throws IOException {
        return read(from(name), file -> importing.csv(request.getInputStream(), file));
    }

    @PutMapping(consumes = {"application/xml", "text/xml"})
    ImportJson wordPress(@RequestParam(defaultValue = "export.xml") String name, HttpServletRequest request)
            throws IOException {
        return read(from(name), file -> importing.wordPress(request.getInputStream(), file));
    }

    /** Reads a file that the clippings are to name so. */
    private interface Reading {
        Imported of(URI file) throws UnreadableImport, IOException;
    }

    /** What was taken before a file broke off is noted too. */
    private ImportJson read(URI file, Reading reading) throws IOException {
        Instant begun = clock.instant();
        try {
            return ImportJson.of(reading.of(file));
        } catch (UnreadableImport unreadable) {
            throw Refused.field("body", String.valueOf(unreadable.getMessage()));
        } finally {
            note.note(file, begun, Actor.OPERATOR);
        }
    }

    private static URI from(String name) {
        return URI.create(
                "file:///" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
