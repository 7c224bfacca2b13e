/** Last stage: an edition that has been sent gets its place on the web. */
@ApplicationModule(allowedDependencies = {"edition"})
@NullMarked
package org.sampan.digest.publish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
