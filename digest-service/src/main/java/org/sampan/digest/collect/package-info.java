/** First stage: feeds are fetched, read, cleaned and judged, and become clippings. */
@ApplicationModule(allowedDependencies = {"clipping", "link", "markdown", "source", "settings", "mailserver"})
@NullMarked
package org.sampan.digest.collect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
