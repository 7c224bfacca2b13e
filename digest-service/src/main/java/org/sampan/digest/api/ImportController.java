package org.sampan.digest.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sampan.digest.clipping.Reception;
import org.sampan.digest.collect.ImportClippings;
import org.sampan.digest.collect.Imported;
import org.sampan.digest.collect.UnreadableImport;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code PUT /api/clippings}: a table (text/csv) or a WordPress export (application/xml), read as it comes. */
@RestController
@RequestMapping("/api/clippings")
class ImportController {
    private final ImportClippings importing;

    ImportController(ImportClippings importing) {
        this.importing = importing;
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
        try {
            return ImportJson.of(importing.csv(request.getInputStream(), from(name)));
        } catch (UnreadableImport unreadable) {
            throw Refused.field("body", String.valueOf(unreadable.getMessage()));
        }
    }

    @PutMapping(consumes = {"application/xml", "text/xml"})
    ImportJson wordPress(@RequestParam(defaultValue = "export.xml") String name, HttpServletRequest request)
            throws IOException {
        try {
            return ImportJson.of(importing.wordPress(request.getInputStream(), from(name)));
        } catch (UnreadableImport unreadable) {
            throw Refused.field("body", String.valueOf(unreadable.getMessage()));
        }
    }

    private static URI from(String name) {
        return URI.create(
                "file:///" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
