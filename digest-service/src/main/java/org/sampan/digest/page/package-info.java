/** What every page shares: templates, texts in the reader's language, safety headers, rate limits, kind failures. */
@ApplicationModule(allowedDependencies = {"settings", "mailserver", "newsroom", "spelling", "clipping"})
@NullMarked
package org.sampan.digest.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
