/** Tests. */
@NullMarked
package org.sampan.digest.desk;

import org.jspecify.annotations.NullMarked;
