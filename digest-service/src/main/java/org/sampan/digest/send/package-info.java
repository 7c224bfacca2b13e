/** Fifth stage: what is rendered is handed to the mail server, under a name that lets it take each mail once. */
@ApplicationModule(
        allowedDependencies = {
            "edition",
            "statement",
            "journal",
            "listdigest",
            "markdown",
            "mailserver",
            "newsroom",
            "settings"
        })
@NullMarked
package org.sampan.digest.send;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
