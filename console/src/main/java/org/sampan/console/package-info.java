/** Placeholder. */
@NullMarked
package org.sampan.console;

import org.jspecify.annotations.NullMarked;
