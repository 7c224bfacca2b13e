/** The operator's pages: all lists as they stand, a new list, the end of one. To everybody else there are no such pages. */
@ApplicationModule(allowedDependencies = {"settings", "page", "mailserver", "role", "source"})
@NullMarked
package org.sampan.digest.operator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
