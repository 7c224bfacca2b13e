/** The ledger of what has to reach whom: written by fanout, worked off by deliver. */
@NullMarked
package org.sampan.mailserver.delivery;

import org.jspecify.annotations.NullMarked;
