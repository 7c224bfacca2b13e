/** Tries the measurement itself, small. */
@NullMarked
package org.sampan.digest.bench;

import org.jspecify.annotations.NullMarked;
