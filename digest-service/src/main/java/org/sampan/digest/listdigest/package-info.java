/** Digests of a list's traffic: which posts were gathered for which readers, and how they read. */
@ApplicationModule(allowedDependencies = {"mailserver", "letter"})
@NullMarked
package org.sampan.digest.listdigest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
