/** Reading what feeds bring. */
@NullMarked
package org.sampan.digest.collect;

import org.jspecify.annotations.NullMarked;
