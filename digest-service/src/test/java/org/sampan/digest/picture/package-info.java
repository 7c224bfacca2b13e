/** Pictures that stand for a page. */
@NullMarked
package org.sampan.digest.picture;

import org.jspecify.annotations.NullMarked;
