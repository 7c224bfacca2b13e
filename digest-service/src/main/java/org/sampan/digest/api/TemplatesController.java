package org.sampan.digest.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.render.CheckTemplates;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/templates}: which templates of mails cannot be filled in. */
@RestController
class TemplatesController {
    private final CheckTemplates templates;

    TemplatesController(CheckTemplates templates) {
        this.templates = templates;
    }

    record Broken(@Nullable String series, String problem) {}

    record Report(List<Broken> broken) {}

    @GetMapping("/api/templates")
    Report broken() {
        return new Report(templates.problems().stream()
                .map(it -> new Broken(it.series().orElse(null), it.problem()))
                .toList());
    }
}
