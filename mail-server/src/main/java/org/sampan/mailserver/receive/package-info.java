/** What happens while a mail comes in: who may be written to, what is refused in the session, and where each mail goes. */
@NullMarked
package org.sampan.mailserver.receive;

import org.jspecify.annotations.NullMarked;
