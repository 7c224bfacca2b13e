/** The pages of a list's owners and moderators: who comes on it, who is on it, and what it is set to. */
@ApplicationModule(allowedDependencies = {"settings", "page", "mailserver"})
@NullMarked
package org.sampan.digest.owner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
