/** Measures what the newsroom reaches on this machine: {@code ./sampan bench newsroom}. */
@NullMarked
package org.sampan.digest.bench;

import org.jspecify.annotations.NullMarked;
