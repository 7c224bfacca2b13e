/** Tests. */
@NullMarked
package org.sampan.digest.journal;

import org.jspecify.annotations.NullMarked;
