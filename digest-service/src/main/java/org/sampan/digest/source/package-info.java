/** The feeds the newsroom collects from, and how they fare. */
@ApplicationModule(allowedDependencies = {"clipping", "settings"})
@NullMarked
package org.sampan.digest.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
