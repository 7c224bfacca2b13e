/** What the ledger promises. */
@NullMarked
package org.sampan.mailserver.delivery;

import org.jspecify.annotations.NullMarked;
