/** Editions and how they are kept. */
@NullMarked
package org.sampan.digest.edition;

import org.jspecify.annotations.NullMarked;
