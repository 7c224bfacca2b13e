/** Text that people write. */
@NullMarked
package org.sampan.digest.markdown;

import org.jspecify.annotations.NullMarked;
