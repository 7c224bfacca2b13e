/** Reads a mail message into what a page may show: text, safe HTML, files; whatever strangers have put in. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.sampan.digest.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
