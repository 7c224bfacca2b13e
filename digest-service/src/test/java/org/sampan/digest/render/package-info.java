/** Editions as readers see them. */
@NullMarked
package org.sampan.digest.render;

import org.jspecify.annotations.NullMarked;
