/** Placeholder. */
@NullMarked
package org.sampan.digest;

import org.jspecify.annotations.NullMarked;
