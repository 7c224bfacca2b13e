/** How the network writes dates and countries in each language. */
@ApplicationModule(allowedDependencies = {"settings", "clipping"})
@NullMarked
package org.sampan.digest.spelling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
