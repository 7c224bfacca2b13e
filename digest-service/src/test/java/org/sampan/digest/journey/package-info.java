/** The making of an edition from end to end. */
@NullMarked
package org.sampan.digest.journey;

import org.jspecify.annotations.NullMarked;
