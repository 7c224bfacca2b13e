/** Files as Mailman, Sympa and listmonk write them. */
@NullMarked
package org.sampan.console.moving;

import org.jspecify.annotations.NullMarked;
