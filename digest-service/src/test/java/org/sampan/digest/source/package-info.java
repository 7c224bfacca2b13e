/** Sources and how they are kept. */
@NullMarked
package org.sampan.digest.source;

import org.jspecify.annotations.NullMarked;
