/** Second stage: what the desk decides about clippings and editions before anything is sent. */
@ApplicationModule(allowedDependencies = {"clipping", "edition", "journal"})
@NullMarked
package org.sampan.digest.edit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
