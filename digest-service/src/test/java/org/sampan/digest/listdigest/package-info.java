@NullMarked
package org.sampan.digest.listdigest;

import org.jspecify.annotations.NullMarked;
