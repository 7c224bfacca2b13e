/** What the operator has set: read once from SAMPAN_* at the start, typed from then on. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.sampan.digest.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
