/** Clippings at the desk: what came in, each with all that is known of it, and where they come from. */
@NullMarked
package org.sampan.digest.desk.inbox;

import org.jspecify.annotations.NullMarked;
