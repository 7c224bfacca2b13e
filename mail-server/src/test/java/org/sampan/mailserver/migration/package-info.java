/** Archives as Mailman 2 and 3 leave them behind. */
@NullMarked
package org.sampan.mailserver.migration;

import org.jspecify.annotations.NullMarked;
