/** Third stage: clippings of a period become a numbered edition, by kind and country. */
@ApplicationModule(allowedDependencies = {"clipping", "edition", "listdigest", "mailserver"})
@NullMarked
package org.sampan.digest.compile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
