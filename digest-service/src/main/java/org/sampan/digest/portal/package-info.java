/** The pages for readers: lists and how to join and leave them, editions and their feeds, archives. */
@ApplicationModule(
        allowedDependencies = {
            "settings",
            "page",
            "picture",
            "mailserver",
            "clipping",
            "edition",
            "letter",
            "link",
            "markdown",
            "role",
            "spelling",
            "statement"
        })
@NullMarked
package org.sampan.digest.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
