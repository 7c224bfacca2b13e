/** Fourth stage: an edition, or a statement, becomes HTML and plain text of equal worth, in each language it is had in. */
@ApplicationModule(
        allowedDependencies = {"clipping", "edition", "statement", "markdown", "page", "settings", "spelling"})
@NullMarked
package org.sampan.digest.render;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
