/** The pages of a list's owners and moderators: who is on it, what becomes of its posts, what it is set to, who looks after it. */
@ApplicationModule(allowedDependencies = {"settings", "page", "mailserver", "role"})
@NullMarked
package org.sampan.digest.owner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
