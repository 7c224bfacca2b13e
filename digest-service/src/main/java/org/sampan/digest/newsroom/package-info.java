/** Who works in the newsroom. */
@ApplicationModule(allowedDependencies = {"settings", "mailserver"})
@NullMarked
package org.sampan.digest.newsroom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
