@NullMarked
package org.sampan.digest.link;

import org.jspecify.annotations.NullMarked;
