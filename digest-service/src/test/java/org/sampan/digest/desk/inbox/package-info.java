/** Clippings at the desk. */
@NullMarked
package org.sampan.digest.desk.inbox;

import org.jspecify.annotations.NullMarked;
