/** Pictures that stand for a page where somebody shares it. */
@ApplicationModule(allowedDependencies = {"markdown"})
@NullMarked
package org.sampan.digest.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
