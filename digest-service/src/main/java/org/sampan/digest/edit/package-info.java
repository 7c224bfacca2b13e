/** Second stage: what the desk decides about clippings, editions and statements before anything is sent. */
@ApplicationModule(
        allowedDependencies = {
            "clipping",
            "edition",
            "statement",
            "source",
            "newsroom",
            "journal",
            "link",
            "mailserver",
            "settings",
            "markdown"
        })
@NullMarked
package org.sampan.digest.edit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
