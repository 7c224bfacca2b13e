/** Editions at the desk, without a script. */
@NullMarked
package org.sampan.digest.desk.edition;

import org.jspecify.annotations.NullMarked;
