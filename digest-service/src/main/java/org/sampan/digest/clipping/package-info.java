/** A story worth reading, and everywhere it was met. */
@ApplicationModule(allowedDependencies = {"markdown", "search"})
@NullMarked
package org.sampan.digest.clipping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
