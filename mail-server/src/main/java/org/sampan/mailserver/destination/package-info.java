/** Where mail goes, the relays or the servers of a domain, and how far the way there has to be protected. */
@NullMarked
package org.sampan.mailserver.destination;

import org.jspecify.annotations.NullMarked;
