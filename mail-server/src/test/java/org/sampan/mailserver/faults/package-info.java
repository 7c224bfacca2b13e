/** The whole server under fire: killed, its database killed, its disk full, its neighbour gone. */
@NullMarked
package org.sampan.mailserver.faults;

import org.jspecify.annotations.NullMarked;
