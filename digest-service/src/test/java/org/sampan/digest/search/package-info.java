/** Words that texts are found by. */
@NullMarked
package org.sampan.digest.search;

import org.jspecify.annotations.NullMarked;
