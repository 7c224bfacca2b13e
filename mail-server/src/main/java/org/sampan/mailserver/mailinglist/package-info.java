/** A list, its settings, and the addresses made from its name. */
@NullMarked
package org.sampan.mailserver.mailinglist;

import org.jspecify.annotations.NullMarked;
