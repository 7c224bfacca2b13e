/** Pages for moderators and owners, by signed link or signed in: held posts, and sends that can be stopped. */
@ApplicationModule(allowedDependencies = {"page", "mailserver", "letter"})
@NullMarked
package org.sampan.digest.steward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
