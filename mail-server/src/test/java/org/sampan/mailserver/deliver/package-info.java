/** How the ledger is worked off, whatever the other server does. */
@NullMarked
package org.sampan.mailserver.deliver;

import org.jspecify.annotations.NullMarked;
