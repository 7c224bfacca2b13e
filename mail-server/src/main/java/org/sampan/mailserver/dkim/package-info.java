/** The keys mail is signed with (DKIM, RFC 6376 and 8463), and what the DNS must say about them. */
@NullMarked
package org.sampan.mailserver.dkim;

import org.jspecify.annotations.NullMarked;
