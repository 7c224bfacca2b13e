/** A statement of the network: a text, its attachments, and the lists it goes to. */
@ApplicationModule(allowedDependencies = {"markdown", "mailserver"})
@NullMarked
package org.sampan.digest.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
