/** Placeholder. */
@NullMarked
package org.sampan.mailserver;

import org.jspecify.annotations.NullMarked;
