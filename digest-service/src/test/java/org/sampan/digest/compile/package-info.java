/** Which clippings make an edition. */
@NullMarked
package org.sampan.digest.compile;

import org.jspecify.annotations.NullMarked;
