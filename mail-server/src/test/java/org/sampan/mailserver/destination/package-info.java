/** Where mail goes, with name servers, mail servers and policies on loopback. */
@NullMarked
package org.sampan.mailserver.destination;

import org.jspecify.annotations.NullMarked;
