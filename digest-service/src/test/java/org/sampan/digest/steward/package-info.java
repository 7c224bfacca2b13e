/** Tests. */
@NullMarked
package org.sampan.digest.steward;

import org.jspecify.annotations.NullMarked;
