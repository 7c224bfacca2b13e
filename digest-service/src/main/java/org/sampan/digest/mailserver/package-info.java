/** The only door to the mail server: its REST as typed records, and mail submission. */
@ApplicationModule(allowedDependencies = {"settings"})
@NullMarked
package org.sampan.digest.mailserver;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
