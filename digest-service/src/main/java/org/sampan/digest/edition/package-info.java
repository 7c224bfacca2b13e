/** Numbered editions of a series, and the series themselves. */
@ApplicationModule(allowedDependencies = {"clipping", "settings"})
@NullMarked
package org.sampan.digest.edition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
