/** A stand-in with the name of the real program. */
@NullMarked
package org.sampan.mailserver;

import org.jspecify.annotations.NullMarked;
