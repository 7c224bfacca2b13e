/** Who is what to a list: operator, owner, moderator. */
@ApplicationModule(allowedDependencies = {"settings", "mailserver"})
@NullMarked
package org.sampan.digest.role;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
