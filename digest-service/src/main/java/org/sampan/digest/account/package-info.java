/** Signing in by a mailed link, and what a signed-in person sees of themselves. */
@ApplicationModule(allowedDependencies = {"settings", "page", "mailserver", "newsroom", "role"})
@NullMarked
package org.sampan.digest.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
