/** A message that was sent to a list, and what is decided about it on its way. */
@NullMarked
package org.sampan.mailserver.post;

import org.jspecify.annotations.NullMarked;
