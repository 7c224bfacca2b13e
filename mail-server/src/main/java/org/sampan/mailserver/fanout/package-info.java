/** Hands a post, or a mail to single addresses, to the delivery ledger. */
@NullMarked
package org.sampan.mailserver.fanout;

import org.jspecify.annotations.NullMarked;
