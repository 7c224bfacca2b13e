/** Who did what in the newsroom, and how it was before. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.sampan.digest.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
