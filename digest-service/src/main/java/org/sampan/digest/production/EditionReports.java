package org.sampan.digest.production;

import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionOutline;
import org.sampan.digest.edition.NewEdition;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.settings.Settings;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes edition results of the contract as JSON. */
@Component
class EditionReports {
    private final JsonMapper json;
    private final Settings settings;

    EditionReports(JsonMapper json, Settings settings) {
        this.json = json;
        this.settings = settings;
    }

    String of(EditionOutline edition) {
        return json.writeValueAsString(EditionReport.of(edition, settings));
    }

    String dry(Edition edition, Rendering main) {
        return json.writeValueAsString(
                EditionReport.of(edition.outline(), settings).with(main));
    }

    String skipped(NewEdition empty) {
        return json.writeValueAsString(EditionReport.skipped(empty));
    }
}
