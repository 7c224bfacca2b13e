/** Tests. */
@NullMarked
package org.sampan.digest.owner;

import org.jspecify.annotations.NullMarked;
