/** Where the originals of published stories are, and whether they still are there. */
@ApplicationModule(allowedDependencies = "clipping")
@NullMarked
package org.sampan.digest.link;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
