package org.sampan.digest.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sampan.digest.portal.StaticArchive;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/export}: all that is published, as files in a ZIP, written as it is made. */
@RestController
class ExportController {
    private final StaticArchive archive;

    ExportController(StaticArchive archive) {
        this.archive = archive;
    }

    @GetMapping("/api/export")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        archive.write(response.getOutputStream());
    }
}
