/** Clippings and how they are kept. */
@NullMarked
package org.sampan.digest.clipping;

import org.jspecify.annotations.NullMarked;
