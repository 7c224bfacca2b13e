/** The digest service as a whole. */
@NullMarked
package org.sampan.digest;

import org.jspecify.annotations.NullMarked;
