/** Text that people of the newsroom write: Markdown in, safe HTML and plain text out. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.sampan.digest.markdown;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
