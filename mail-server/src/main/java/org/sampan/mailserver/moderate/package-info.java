/** Held posts, and what moderators decide about them. */
@NullMarked
package org.sampan.mailserver.moderate;

import org.jspecify.annotations.NullMarked;
