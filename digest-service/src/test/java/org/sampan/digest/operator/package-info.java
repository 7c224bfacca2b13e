/** Tests. */
@NullMarked
package org.sampan.digest.operator;

import org.jspecify.annotations.NullMarked;
