/** The words of texts in any language, by which they are found. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.sampan.digest.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
