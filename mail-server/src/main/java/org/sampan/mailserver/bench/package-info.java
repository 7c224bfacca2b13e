/** Measures what the server reaches on this machine: {@code ./sampan bench}. */
@NullMarked
package org.sampan.mailserver.bench;

import org.jspecify.annotations.NullMarked;
