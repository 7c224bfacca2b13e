/** Runs and how they are kept. */
@NullMarked
package org.sampan.digest.production;

import org.jspecify.annotations.NullMarked;
