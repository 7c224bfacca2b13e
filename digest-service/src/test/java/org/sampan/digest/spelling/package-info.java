/** How the network writes dates and countries in each language. */
@NullMarked
package org.sampan.digest.spelling;

import org.jspecify.annotations.NullMarked;
