/** Examines an installation and says what is wrong or risky. */
@NullMarked
package org.sampan.console.doctor;

import org.jspecify.annotations.NullMarked;
